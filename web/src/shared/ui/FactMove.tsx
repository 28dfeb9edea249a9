import type { FactChange } from '../api/types';
import { movement, valueText } from '../format/value';
import { t } from '../i18n/translate';
import classes from './FactMove.module.css';

/** Old value, arrow, new value, and by how much: the sign and the triangle say it without the colour. */
export function FactMove({ change }: { change: FactChange }) {
  const moved = movement(change);
  return (
    <span className={classes.move}>
      {change.before ? (
        <del className={classes.before}>
          <span className="sr-only">{t('fact.was')} </span>
          {valueText(change.before)}
        </del>
      ) : (
        <span className={classes.none}>{t('fact.notThere')}</span>
      )}
      <span aria-hidden="true" className={classes.arrow}>
        {'\u2192'}
      </span>
      {change.after ? (
        <ins className={classes.after}>
          <span className="sr-only">{t('fact.now')} </span>
          {valueText(change.after)}
        </ins>
      ) : (
        <span className={classes.none}>{t('fact.gone')}</span>
      )}
      {moved && (
        <span className={classes.percent} data-direction={moved.direction}>
          <span aria-hidden="true">{moved.direction === 'up' ? '\u25b2' : '\u25bc'}</span> {moved.text}
        </span>
      )}
    </span>
  );
}
