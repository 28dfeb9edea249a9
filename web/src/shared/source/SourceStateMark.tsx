import {
  CheckCircleIcon,
  CircleSlashIcon,
  ClockIcon,
  GitCompareIcon,
  type Icon,
  MuteIcon,
  PulseIcon,
  StopIcon,
  XCircleIcon,
} from '@primer/octicons-react';
import type { SourceState, WatchedSource } from '../api/types';
import classes from './SourceStateMark.module.css';
import { attention } from './source-state';
import { t } from './words';

const icons: Record<SourceState, Icon> = {
  HEALTHY: CheckCircleIcon,
  DEGRADED: PulseIcon,
  BLOCKED: CircleSlashIcon,
  FAILING: XCircleIcon,
  SILENT: MuteIcon,
  DRIFTED: GitCompareIcon,
  NEVER_VISITED: ClockIcon,
  PAUSED: StopIcon,
};

/**
 * How a page is doing: an icon, a word and a colour, never the colour alone; beneath it how the last visit ended, what is
 * wrong and what to do.
 */
export function SourceStateMark({ source }: { source: WatchedSource }) {
  const { condition, health } = source;
  if (!condition) return <span className={classes.quiet}>{t('sources.unknown')}</span>;
  const Shape = icons[condition.state];
  return (
    <span className={classes.state}>
      <span className={classes.mark} data-state={condition.state}>
        <Shape size={14} aria-hidden />
        {t(`sourceState.${condition.state}`)}
      </span>
      {health?.lastOutcome && <span className={classes.quiet}>{t(`outcome.${health.lastOutcome}`)}</span>}
      {attention(condition) > 0 && (
        <>
          <span className={classes.quiet}>{condition.reason}</span>
          {condition.fix && <span className={classes.fix}>{condition.fix}</span>}
        </>
      )}
    </span>
  );
}
