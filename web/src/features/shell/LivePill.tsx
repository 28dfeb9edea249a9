import { useStreamState } from '../../shared/events/LiveEvents';
import { t } from '../../shared/i18n/translate';
import classes from './LivePill.module.css';

/** Whether what is on screen follows the server right now. */
export function LivePill() {
  const state = useStreamState();
  return (
    <span className={classes.pill} data-state={state} role="status">
      <span className={classes.dot} aria-hidden="true" />
      {t(`live.${state}`)}
    </span>
  );
}
