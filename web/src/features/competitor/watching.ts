import type { EditSource, Rendering, Schedule, WatchedSource, Weekday } from '../../shared/api/types';

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const satisfies Weekday[];

const usualIntervals = ['PT15M', 'PT1H', 'PT6H', 'PT12H', 'PT24H', 'PT168H'];

/** How a page is watched, as the form holds it. */
export type Watching = {
  /** An ISO-8601 duration, or `cron`. */
  rhythm: string;
  cron: string;
  /** Whether the interval follows the page's changes, and its bounds; `undefined` lets the server choose one. */
  adaptive: boolean;
  shortest: string | undefined;
  longest: string | undefined;
  zone: string;
  limited: boolean;
  days: Weekday[];
  from: string;
  to: string;
  rendering: Rendering;
  paused: boolean;
};

export function watchingOf(source: WatchedSource): Watching {
  const window = source.schedule?.window;
  const adaptive = source.schedule?.adaptive;
  return {
    rhythm: source.schedule?.cron ? 'cron' : (source.schedule?.interval ?? 'PT24H'),
    cron: source.schedule?.cron ?? '',
    adaptive: Boolean(adaptive),
    shortest: adaptive?.shortest ?? undefined,
    longest: adaptive?.longest ?? undefined,
    zone: source.schedule?.zone ?? 'UTC',
    limited: Boolean(window),
    days: window?.days ?? weekdays.slice(0, 5),
    from: window ? (window.from ?? '00:00') : '08:00',
    to: window ? (window.to ?? '00:00') : '20:00',
    rendering: source.rendering ?? 'AUTO',
    paused: source.paused ?? false,
  };
}

/** The intervals to choose from; one that somebody set elsewhere is among them. */
export function intervals(current: string): string[] {
  return current === 'cron' || usualIntervals.includes(current) ? usualIntervals : [current, ...usualIntervals];
}

/** Whether a window of these times ends on the day after it opens. */
export function isOvernight({ from, to }: Pick<Watching, 'from' | 'to'>): boolean {
  return to <= from;
}

/** What to send: a schedule only where it was changed, because a new one plans the next visit anew. */
export function editOf(source: WatchedSource, wanted: Watching): EditSource {
  const { rendering, paused, ...times } = wanted;
  const { rendering: _rendering, paused: _paused, ...before } = watchingOf(source);
  const isSame = JSON.stringify(times) === JSON.stringify(before);
  return { rendering, paused, ...(isSame ? {} : { schedule: scheduleOf(source, wanted) }) };
}

/** The jitter stays with an unchanged rhythm; for a new one the server chooses. */
function scheduleOf(source: WatchedSource, wanted: Watching): Schedule {
  const schedule: Schedule = { zone: wanted.zone.trim() };
  if (wanted.rhythm === 'cron') schedule.cron = wanted.cron;
  else schedule.interval = wanted.rhythm;
  if (wanted.adaptive && wanted.rhythm !== 'cron') schedule.adaptive = boundsOf(wanted);
  const before = watchingOf(source);
  const sameRhythm =
    wanted.rhythm === source.schedule?.interval &&
    wanted.adaptive === before.adaptive &&
    wanted.shortest === before.shortest;
  if (sameRhythm && source.schedule?.jitter) schedule.jitter = source.schedule.jitter;
  if (wanted.limited) schedule.window = { days: wanted.days, from: wanted.from, to: wanted.to };
  return schedule;
}

function boundsOf({ shortest, longest }: Watching): NonNullable<Schedule['adaptive']> {
  return { ...(shortest && { shortest }), ...(longest && { longest }) };
}
