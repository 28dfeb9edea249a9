import { monday } from './scale';

const dayName = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });

/** A day on the reader's calendar: `2026-11-20`. */
export function dayKey(at: number): string {
  return dayName.format(at);
}

/** How many of these moments fall on each day of the reader's calendar. */
export function countByDay(moments: number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const at of moments) counts.set(dayKey(at), (counts.get(dayKey(at)) ?? 0) + 1);
  return counts;
}

/** The days of the last `weeks` weeks up to and with `now`, Monday first, at noon so that no clock change skips one. */
export function daysUntil(now: number, weeks: number): number[] {
  const date = new Date(now);
  monday(date);
  date.setDate(date.getDate() - 7 * (weeks - 1));
  date.setHours(12);
  const days: number[] = [];
  for (
    const today = dayKey(now);
    days.length === 0 || dayKey(days.at(-1) ?? 0) < today;
    date.setDate(date.getDate() + 1)
  ) {
    days.push(date.getTime());
  }
  return days;
}

/** 0 for nothing, then 1 to 4 up to the busiest day. */
export function levelOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((count / Math.max(4, most)) * 4));
}

/** Where the arrow keys lead on a calendar whose columns are weeks. */
export function nextDay(key: string, place: number | null, count: number): number | null {
  const step = { ArrowRight: 7, ArrowLeft: -7, ArrowDown: 1, ArrowUp: -1 }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (step === undefined) return null;
  return place === null ? count - 1 : Math.min(count - 1, Math.max(0, place + step));
}

/** Weeks in a row as buckets for bars; the last one is the week of `now`. */
export function weeksUntil(now: number, weeks: number): number[] {
  const date = new Date(now);
  monday(date);
  return Array.from({ length: weeks }, (_, index) => {
    const start = new Date(date);
    start.setDate(start.getDate() - 7 * (weeks - 1 - index));
    return start.getTime();
  });
}
