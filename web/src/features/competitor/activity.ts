import type { Category, Fact, Signal } from '../../shared/api/types';
import { weeksUntil } from '../../shared/charts/calendar';
import { DAY } from '../../shared/charts/scale';
import { detailOf } from '../../shared/facts/all';
import type { Range } from './tabs';

export function daysOf(range: Range): number {
  return Number.parseInt(range, 10);
}

/** Where a period begins, to the hour, so that asking again within it asks the same. */
export function sinceOf(range: Range, now: number): string {
  const hour = 3_600_000;
  return new Date(Math.floor((now - daysOf(range) * DAY) / hour) * hour).toISOString();
}

type Dated = { at: number; part: string };

/** How many of each part fall into each week of a period. */
export function byWeek(dated: Dated[], range: Range, now: number): { weeks: number[]; parts: Map<string, number[]> } {
  const weeks = weeksUntil(now, Math.ceil(daysOf(range) / 7));
  const parts = new Map<string, number[]>();
  for (const { at, part } of dated) {
    const week = weeks.findLastIndex((start) => start <= at);
    if (week < 0 || at > now + DAY) continue;
    const counts = parts.get(part) ?? weeks.map(() => 0);
    counts[week] = (counts[week] ?? 0) + 1;
    parts.set(part, counts);
  }
  return { weeks, parts };
}

export function datedSignals(signals: Signal[]): (Dated & { part: Category })[] {
  return signals.map(({ detectedAt, category }) => ({ at: Date.parse(detectedAt), part: category }));
}

export function functionOf(opening: Fact): string {
  return detailOf(opening, 'FUNCTION') ?? 'OTHER';
}

/** How many openings of each function were open at each moment that one opened or closed within a period. */
export function rolesOverTime(openings: Fact[], range: Range, now: number) {
  const from = now - daysOf(range) * DAY;
  const spans = openings.flatMap((opening) => {
    const opened = Date.parse(opening.validFrom ?? opening.observedAt ?? '');
    if (Number.isNaN(opened)) return [];
    const closed = opening.validTo ? Date.parse(opening.validTo) : Number.POSITIVE_INFINITY;
    return closed <= from ? [] : [{ part: functionOf(opening), opened: Math.max(opened, from), closed }];
  });
  const moments = [...new Set(spans.flatMap(({ opened, closed }) => [opened, closed]))]
    .filter((at) => at <= now)
    .sort((a, b) => a - b);
  const functions = [...new Set(spans.map(({ part }) => part))].sort();
  return {
    moments,
    parts: functions.map((part) => ({
      part,
      values: moments.map(
        (at) => spans.filter((span) => span.part === part && span.opened <= at && span.closed > at).length,
      ),
    })),
  };
}
