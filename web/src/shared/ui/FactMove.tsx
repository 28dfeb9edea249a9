import type { FactChange } from '../api/types';
import { movement, valueText } from '../format/value';
import { t } from '../i18n/translate';
import classes from './FactMove.module.css';

/** Old value, arrow, new value, and by how much: the sign and the triangle say it without the colour. */
export function FactMove({ change: { before, after } }: { change: Pick<FactChange, 'before' | 'after'> }) {
  const moved = movement({ before: before ?? null, after: after ?? null });
  return (
    <span className={classes.move}>
      {before ? (
        <del className={classes.before}>
          <span className="sr-only">{t('fact.was')} </span>
          {valueText(before)}
        </del>
      ) : (
        <span className={classes.quiet}>{t('fact.new')}</span>
      )}
      {before && after && (
        <span aria-hidden="true" className={classes.quiet}>
          {'\u2192'}
        </span>
      )}
      {after ? (
        <ins className={classes.after}>
          <span className="sr-only">{t('fact.now')} </span>
          {valueText(after)}
        </ins>
      ) : (
        <span className={classes.quiet}>{t('fact.gone')}</span>
      )}
      {moved && (
        <span className={classes.percent} data-direction={moved.direction}>
          <span aria-hidden="true">{moved.direction === 'up' ? '\u25b2' : '\u25bc'}</span> {moved.text}
        </span>
      )}
    </span>
  );
}
