import type { Severity } from '../api/types';
import { t } from '../i18n/translate';
import classes from './SeverityMark.module.css';

const shapes: Record<Severity, string> = {
  CRITICAL: 'M7 0.6 13.4 7 7 13.4 0.6 7Z',
  HIGH: 'M7 1.2 13.4 12.6H0.6Z',
  MEDIUM: 'M7 1.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4Z',
  LOW: 'M7 2.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0-9.2Z',
};

/** How much a signal matters: a shape, a word and a colour, never the colour alone. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className={classes.mark} data-severity={severity}>
      <svg viewBox="0 0 14 14" width="12" height="12" aria-hidden="true">
        <path d={shapes[severity]} />
      </svg>
      {t(`severity.${severity}`)}
    </span>
  );
}
