import * as v from 'valibot';
import type { Competitor, Fact, PriceSeries } from '../../shared/api/types';
import { lastMove, type PriceMove, seriesKey } from '../../shared/pricing/history';

export const trackerSearch = v.object({
  competitor: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
  q: v.fallback(v.optional(v.string()), undefined),
  moved: v.fallback(v.optional(v.boolean()), undefined),
  sort: v.optional(v.fallback(v.picklist(['move', 'name']), 'move'), 'move'),
});

export type TrackerSearch = v.InferOutput<typeof trackerSearch>;

export type TrackedPlan = {
  key: string;
  competitor: string;
  series: PriceSeries;
  /** The fact of the latest price; undefined when there are more facts than were asked for. */
  fact: Fact | undefined;
  move: PriceMove | null;
};

/** Every plan that has a price today, with the last time it moved. */
export function trackedPlans(history: PriceSeries[], facts: Fact[], competitors: Competitor[]): TrackedPlan[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const names = new Map(competitors.map(({ id, name }) => [id, name]));
  return history.flatMap((series) => {
    const fact = byId.get(series.points.at(-1)?.factId ?? '');
    if (fact?.validTo) return [];
    const competitor = names.get(series.competitorId ?? '');
    return competitor ? [{ key: seriesKey(series), competitor, series, fact, move: lastMove(series) }] : [];
  });
}

export function filtered(plans: TrackedPlan[], search: TrackerSearch): TrackedPlan[] {
  const words = search.q?.trim().toLowerCase() ?? '';
  const kept = plans.filter(
    ({ series, competitor, move }) =>
      (!search.competitor || series.competitorId === search.competitor) &&
      (!search.moved || move !== null) &&
      `${competitor} ${series.plan}`.toLowerCase().includes(words),
  );
  const byName = (a: TrackedPlan, b: TrackedPlan) =>
    a.competitor.localeCompare(b.competitor) || amountNow(a) - amountNow(b);
  const movedAt = ({ move }: TrackedPlan) => (move ? Date.parse(move.at) : 0);
  return kept.sort((a, b) => (search.sort === 'move' && movedAt(b) - movedAt(a)) || byName(a, b));
}

function amountNow({ series }: TrackedPlan): number {
  return series.points.at(-1)?.amountMinor ?? Number.MAX_SAFE_INTEGER;
}
