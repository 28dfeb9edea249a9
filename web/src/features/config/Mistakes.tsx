import type { Problem } from '../../shared/api/problem';
import classes from './Config.module.css';
import { t } from './words';

/** Every mistake of a document, by its line. */
export function Mistakes({ errors }: Pick<Problem, 'errors'>) {
  return (
    <div role="alert">
      <p className={classes.bad}>{t('config.mistakes', { count: errors.length })}</p>
      <ul className={classes.mistakes}>
        {errors.map(({ field, line, message }) => (
          <li key={`${field} ${message}`}>
            {t('config.line')} {line ?? 1} <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
