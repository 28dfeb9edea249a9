import type { Fact } from '../api/types';
import { isBilledYearly } from '../format/words';

export type Basis = {
  /** What the amount is brought to. */
  period: 'MONTH' | 'YEAR';
  /** How many people the plan is bought for. */
  seats: number;
};

/** What was taken for granted to bring a price to a common basis; shown beside it. */
type Assumption = 'perSeat' | 'perAccount' | 'divided' | 'multiplied' | 'billedYearly' | 'from' | 'addOn' | 'said';

export type Normalised =
  | { isKnown: true; amountMinor: number; currency: string; assumptions: Assumption[] }
  | { isKnown: false; why: 'noAmount' | 'noPeriod' | 'once' | 'usage' };

/** The amount of a price per month or year for some seats, in its own currency: nothing is converted. */
export function normalise(fact: Fact, { period, seats }: Basis): Normalised {
  const value = (fact.override ?? fact).value;
  if (typeof value.amountMinor !== 'number' || !value.currency) return { isKnown: false, why: 'noAmount' };
  if (value.period === 'ONCE') return { isKnown: false, why: 'once' };
  if (value.period === 'USAGE' || fact.terms?.basis === 'USAGE') return { isKnown: false, why: 'usage' };
  if (!value.period && value.amountMinor > 0) return { isKnown: false, why: 'noPeriod' };

  const assumptions: Assumption[] = [];
  let amount = value.amountMinor;
  if (value.period === 'YEAR' && period === 'MONTH') {
    amount /= 12;
    assumptions.push('divided');
  } else if (value.period === 'MONTH' && period === 'YEAR') {
    amount *= 12;
    assumptions.push('multiplied');
  }
  if (fact.terms?.basis === 'SEAT') {
    amount *= seats;
    assumptions.push('perSeat');
  } else if (seats > 1 && amount > 0) assumptions.push('perAccount');
  if (isBilledYearly(fact)) assumptions.push('billedYearly');
  if (fact.terms?.from) assumptions.push('from');
  if (fact.terms?.addOn) assumptions.push('addOn');
  if (fact.override) assumptions.push('said');
  return { isKnown: true, amountMinor: Math.round(amount), currency: value.currency, assumptions };
}
