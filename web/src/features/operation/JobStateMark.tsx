import { CheckCircleIcon, CircleSlashIcon, ClockIcon, type Icon, PlayIcon, XCircleIcon } from '@primer/octicons-react';
import classes from './JobStateMark.module.css';
import type { JobState } from './job-states';
import { t } from './words';

const icons: Record<JobState, Icon> = {
  queued: ClockIcon,
  running: PlayIcon,
  done: CheckCircleIcon,
  dead: XCircleIcon,
  cancelled: CircleSlashIcon,
};

/** An icon, a word and a colour, never the colour alone. */
export function JobStateMark({ state }: { state: JobState }) {
  const Shape = icons[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Shape size={14} aria-hidden />
      {t(`jobState.${state}`)}
    </span>
  );
}
