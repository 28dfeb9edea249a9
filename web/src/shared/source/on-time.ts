import type { WatchedSource } from '../api/types';

/** A visit that starts within five minutes of its time is on time. */
const grace = 5 * 60_000;

export type OnTime = { watched: number; onTime: number };

/** Of the pages that are visited by plan, how many are not late right now. */
export function onTime(sources: WatchedSource[], now: number): OnTime {
  const planned = sources.filter(({ paused, nextVisitAt }) => !paused && nextVisitAt);
  return {
    watched: planned.length,
    onTime: planned.filter(({ nextVisitAt }) => Date.parse(nextVisitAt ?? '') + grace >= now).length,
  };
}
