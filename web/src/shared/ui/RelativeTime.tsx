import { useSyncExternalStore } from 'react';
import { absoluteTime, plannedTime, relativeTime } from '../format/time';
import classes from './RelativeTime.module.css';

type Props = {
  at: string;
  /** Inside a row that is itself focusable the row reveals the exact time, so the time needs no tab stop. */
  inRow?: boolean;
  /** A moment to come, such as the next visit. */
  planned?: boolean;
};

/** How long ago, with the exact time on hover and on keyboard focus. */
export function RelativeTime({ at, inRow = false, planned = false }: Props) {
  const now = useSyncExternalStore(everyHalfMinute, halfMinute);
  return (
    <time className={classes.time} dateTime={at} tabIndex={inRow ? undefined : 0}>
      {(planned ? plannedTime : relativeTime)(at, now * 30_000)}
      <span className={classes.exact} data-exact>
        <span className="sr-only">, </span>
        {absoluteTime(at)}
      </span>
    </time>
  );
}

function halfMinute(): number {
  return Math.ceil(Date.now() / 30_000);
}

function everyHalfMinute(changed: () => void): () => void {
  const timer = setInterval(changed, 30_000);
  return () => clearInterval(timer);
}
