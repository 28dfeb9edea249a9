import type { Fact, VisitOutcome, WatchedSource } from '../../shared/api/types';
import { valueText } from '../../shared/format/value';

export type Plan = { name: string; prices: Fact[]; others: Fact[] };

/** Facts about plans put together by plan name, in the order in which the page names them. */
export function plansOf(facts: Fact[]): Plan[] {
  const plans = new Map<string, Plan>();
  for (const fact of facts) {
    const plan = plans.get(fact.subject) ?? { name: fact.subject, prices: [], others: [] };
    (fact.kind === 'PRICE' ? plan.prices : plan.others).push(fact);
    plans.set(fact.subject, plan);
  }
  return [...plans.values()];
}

/** The prices of a plan as one line; the page's own words where there is no number to trust. */
export function priceLine(plan: Plan): string {
  return [...new Set(plan.prices.map((price) => valueText(price.value)))].join(' \u00b7 ');
}

export type Health = 'ok' | 'waiting' | 'paused' | 'failing';

const healthOf: Record<VisitOutcome, Health> = {
  STORED: 'ok',
  UNCHANGED: 'ok',
  BLOCKED: 'failing',
  SOFT_404: 'failing',
  LOGIN: 'failing',
  EMPTY: 'failing',
  REDIRECTED_AWAY: 'failing',
  ROBOTS_DISALLOWED: 'failing',
  ERROR: 'failing',
};

export function sourceHealth(source: WatchedSource): Health {
  if (source.paused) return 'paused';
  const outcome = source.health?.lastOutcome;
  return outcome ? healthOf[outcome] : 'waiting';
}
