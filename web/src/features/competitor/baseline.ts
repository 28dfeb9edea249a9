import type { Fact } from '../../shared/api/types';
import { factText } from '../../shared/facts/values';
import { isBilledYearly } from '../../shared/format/words';

export type Plan = { name: string; prices: Fact[]; others: Fact[] };

/** Facts about plans put together by plan name, the cheapest first, those without a price last */
export function plansOf(facts: Fact[]): Plan[] {
  const plans = new Map<string, Plan>();
  for (const fact of facts) {
    const plan = plans.get(fact.subject) ?? { name: fact.subject, prices: [], others: [] };
    (fact.kind === 'PRICE' ? plan.prices : plan.others).push(fact);
    plans.set(fact.subject, plan);
  }
  return [...plans.values()].sort((a, b) => lowestPrice(a) - lowestPrice(b));
}

function lowestPrice({ prices }: Plan): number {
  const amounts = prices.map(({ value }) => value.amountMinor).filter((amount) => typeof amount === 'number');
  return Math.min(Number.MAX_VALUE, ...amounts);
}

/** When a post says it was published, else when it was first read. */
export function postedAt(post: Fact): string | undefined {
  return post.validFrom ?? post.observedAt ?? undefined;
}

export function newestFirst(posts: Fact[]): Fact[] {
  return [...posts].sort((a, b) => Date.parse(postedAt(b) ?? '') - Date.parse(postedAt(a) ?? '') || 0);
}

/** The prices of a plan as one line; the page's own words where there is no number to trust. */
export function priceLine(plan: Plan): string {
  return [...new Set(plainFirst(plan.prices).map((price) => factText(price, (price.override ?? price).value)))].join(
    ' \u00b7 ',
  );
}

/** Prices as a plan names them: what is paid by the month before what is billed yearly. */
export function plainFirst(prices: Fact[]): Fact[] {
  return [...prices].sort((a, b) => Number(isBilledYearly(a)) - Number(isBilledYearly(b)));
}
