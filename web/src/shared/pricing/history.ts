import type { Fact, FactValue, PriceSeries } from '../api/types';
import type { Series } from '../charts/series';
import { valueText } from '../format/value';
import { isBilledYearly } from '../format/words';

type PricePoint = PriceSeries['points'][number];
type Period = NonNullable<FactValue['period']>;

/** What makes prices comparable without converting them: `USD MONTH`. */
export function unitOf({ currency, period }: Pick<PriceSeries, 'currency' | 'period'>): string | null {
  return currency ? `${currency} ${period ?? ''}`.trim() : null;
}

/** The units that occur, the most frequent first. */
export function unitsOf(history: PriceSeries[]): string[] {
  const counts = new Map<string, number>();
  for (const series of history) {
    const unit = unitOf(series);
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
}

/** A point of a series as the value of a fact. */
export function pointValue({ currency, period }: PriceSeries, point: PricePoint): FactValue {
  return {
    text: point.text,
    amountMinor: point.amountMinor ?? null,
    currency: currency ?? null,
    period: (period as Period | null | undefined) ?? null,
  };
}

export type PriceMove = { before: FactValue; after: FactValue; at: string };

/** The last time the price became another one; null while it never has. */
export function lastMove(series: PriceSeries): PriceMove | null {
  for (let index = series.points.length - 1; index > 0; index -= 1) {
    const [before, after] = [series.points[index - 1], series.points[index]];
    if (before && after && before.amountMinor !== after.amountMinor) {
      return { before: pointValue(series, before), after: pointValue(series, after), at: after.at };
    }
  }
  return null;
}

export type LineChoice = {
  nameOf: (series: PriceSeries) => string;
  /** Milliseconds since 1970: what held before is told from here on. */
  from?: number | undefined;
};

/** Plans as lines in minor units of their currency; a plan that has ended stops where its fact does. */
export function priceLines(history: PriceSeries[], facts: Fact[], { nameOf, from }: LineChoice): Series[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const lines = history.map((series) => {
    const points: Series['points'] = series.points.map((point) => ({
      at: Date.parse(point.at),
      value: point.amountMinor ?? null,
    }));
    const end = byId.get(series.points.at(-1)?.factId ?? '')?.validTo;
    if (end) points.push({ at: Date.parse(end), value: null });
    return { id: seriesKey(series), label: nameOf(series), points: from === undefined ? points : since(points, from) };
  });
  return lines.filter(({ points }) => points.length > 0);
}

function since(points: Series['points'], from: number): Series['points'] {
  const before = points.findLast(({ at }) => at < from);
  const after = points.filter(({ at }) => at >= from);
  return before && before.value !== null ? [{ at: from, value: before.value, isCarried: true }, ...after] : after;
}

export function seriesKey({ competitorId, plan, field, currency, period }: PriceSeries): string {
  return [competitorId, plan, field, currency, period].join(' ');
}

/** An amount in minor units as money, without its period. */
export function amountText(amountMinor: number, unit: string): string {
  const [currency = ''] = unit.split(' ');
  return valueText({ text: '', amountMinor, currency });
}

/** Whether a series is paid once a year though it is told by the month. */
export function isYearly(series: PriceSeries): boolean {
  return isBilledYearly({ field: series.field ?? '' });
}
