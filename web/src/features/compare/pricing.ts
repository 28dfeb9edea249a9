import type { CompanyProfile, Fact } from '../../shared/api/types';
import { factText } from '../../shared/facts/values';
import { valueText } from '../../shared/format/value';
import { isBilledYearly } from '../../shared/format/words';
import { type Basis, type Normalised, normalise } from '../../shared/pricing/normalise';
import { type Cell, type Column, type Row, unknown } from './comparison';
import { type Conversion, converted } from './conversion';
import { t } from './words';

/** A plan with the price that stands for it. */
type Offer = { fact: Fact; brought: Normalised };

/** What amounts are brought to; without a conversion each stays in its own currency alone. */
export type PriceBasis = Basis & { conversion?: Conversion | undefined };

const compared = ['amount', 'amount-billed-yearly'];

/** The plans of each company side by side, the cheapest with the cheapest, brought to one basis. */
export function pricingRows(columns: Column[], basis: PriceBasis): Row[] {
  const offers = columns.map(({ facts }) => offersOf(facts, basis));
  const paid = offers.map((each) => each.filter(({ brought }) => brought.isKnown && brought.amountMinor > 0));
  const ranks = Math.max(0, ...paid.map(({ length }) => length));
  const rows: Row[] = [
    row('pricing.free', offers, (each) => each.find(({ brought }) => brought.isKnown && brought.amountMinor === 0)),
    row('pricing.lowest', paid, ([first]) => first),
  ];
  function row(
    name: 'pricing.free' | 'pricing.lowest',
    of: Offer[][],
    find: (offers: Offer[]) => Offer | undefined,
  ): Row {
    return { name: t(name), cells: of.map((each) => offerCell(find(each), basis)) };
  }
  for (let rank = 1; rank < ranks; rank += 1) {
    rows.push({
      name: t('pricing.rank', { number: rank + 1 }),
      cells: paid.map((each) => offerCell(each[rank], basis)),
    });
  }
  rows.push({ name: t('pricing.onRequest'), cells: offers.map(onRequest) });
  rows.push({ name: t('pricing.trial'), cells: columns.map(({ facts }) => trialCell(facts)) });
  return rows.filter(({ cells }) => cells.some(({ text }) => text !== null));
}

/** One price per plan: what is paid by the month before what is billed yearly; no add-ons. */
function offersOf(facts: Fact[], basis: PriceBasis): Offer[] {
  const byPlan = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.kind !== 'PRICE' || !compared.includes(fact.field) || fact.terms?.addOn) continue;
    const known = byPlan.get(fact.subject);
    if (!known || (isBilledYearly(known) && !isBilledYearly(fact))) byPlan.set(fact.subject, fact);
  }
  return [...byPlan.values()]
    .map((fact) => ({ fact, brought: normalise(fact, basis) }))
    .sort((a, b) => amountOf(a, basis) - amountOf(b, basis));
}

function amountOf({ brought }: Offer, { conversion }: PriceBasis): number {
  if (!brought.isKnown) return Number.MAX_SAFE_INTEGER;
  const there = conversion && converted(brought.amountMinor, brought.currency, conversion);
  return there ?? brought.amountMinor;
}

function offerCell(offer: Offer | undefined, basis: PriceBasis): Cell {
  if (!offer) return unknown;
  const { fact, brought } = offer;
  const said = factText(fact, (fact.override ?? fact).value);
  return {
    text: `${fact.subject}: ${said}`,
    note: brought.isKnown ? broughtText(brought, basis) : t(`whyNot.${brought.why}`),
    evidence: fact.evidence[0],
  };
}

function broughtText(brought: Normalised & { isKnown: true }, { period, seats, conversion }: PriceBasis): string {
  const money = valueText({ text: '', amountMinor: brought.amountMinor, currency: brought.currency });
  const amount = t('pricing.amount', { amount: money, period: t(`compare.period.${period}`) });
  const how = brought.assumptions.map((each) =>
    each === 'perSeat'
      ? t('assumption.perSeat', { seats: t('compare.seatCount', { count: seats }) })
      : t(`assumption.${each}`),
  );
  return [amount, ...convertedText(brought, conversion), ...how].join(', ');
}

/** The amount in the chosen currency with the rate it was brought there at, or that there is no rate. */
function convertedText(
  { amountMinor, currency }: Normalised & { isKnown: true },
  to: Conversion | undefined,
): string[] {
  if (!to || to.currency === currency || amountMinor === 0) return [];
  const there = converted(amountMinor, currency, to);
  if (there === null) return [t('compare.noRate', { from: currency, to: to.currency })];
  const amount = valueText({ text: '', amountMinor: there, currency: to.currency });
  return [t('compare.converted', { amount, rate: String(to.rates[currency]), from: currency, to: to.currency })];
}

function onRequest(offers: Offer[]): Cell {
  const asked = offers.filter(({ brought }) => !brought.isKnown && brought.why === 'noAmount');
  const [first] = asked;
  if (!first) return unknown;
  return {
    text: asked.map(({ fact }) => `${fact.subject}: \u201c${(fact.override ?? fact).value.text}\u201d`).join('; '),
    note: t('whyNot.noAmount'),
    evidence: first.fact.evidence[0],
  };
}

function trialCell(facts: Fact[]): Cell {
  const fact = facts.find(({ terms }) => typeof terms?.trialDays === 'number');
  if (typeof fact?.terms?.trialDays !== 'number') return unknown;
  return { text: t('pricing.days', { count: fact.terms.trialDays }), evidence: fact.evidence[0] };
}

/** Our own plans in the shape of what is read of others; no page carries them. */
export function ownColumn({ name, plans }: CompanyProfile): Column {
  return {
    id: 'us',
    name: t('compare.us', { name }),
    facts: plans.map((plan, index) => ({
      id: `us-${index}`,
      competitorId: 'us',
      sourceId: 'us',
      kind: 'PRICE',
      subject: plan.name,
      field: 'amount',
      value: {
        text: typeof plan.amountMinor === 'number' ? '' : t('pricing.onRequest'),
        amountMinor: plan.amountMinor ?? null,
        currency: plan.currency ?? null,
        period: plan.period ?? null,
      },
      evidence: [],
    })),
  };
}
