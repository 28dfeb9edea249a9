import type { ToldMove } from '../api/types';
import classes from './EditionArticle.module.css';
import { t } from './words';

/** Old and new values as the page words them. */
export function ToldMoves({ moves }: { moves: ToldMove[] }) {
  return (
    <ul className={classes.moves}>
      {moves.map((move) => (
        <li key={`${move.subject} ${move.before} ${move.after}`}>
          {move.subject}:{' '}
          <del>
            <span className="sr-only">{t('fact.was')} </span>
            {move.before ?? t('edition.none')}
          </del>{' '}
          <span aria-hidden="true">{'\u2192'}</span>{' '}
          <ins>
            <span className="sr-only">{t('fact.now')} </span>
            {move.after ?? t('edition.none')}
          </ins>
        </li>
      ))}
    </ul>
  );
}
