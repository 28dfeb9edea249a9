import { expect, test } from 'vitest';
import { fact } from '../../test/fixtures';
import type { Fact, OfferTerms, PriceSeries } from '../api/types';
import { lastMove, priceLines, unitsOf } from './history';
import { normalise } from './normalise';

const terms: OfferTerms = { from: false, addOn: false, contactSales: false, limits: [] };
const perSeat: OfferTerms = { ...terms, basis: 'SEAT' };
const yearly = { text: '$480', amountMinor: 48_000, currency: 'USD', period: 'YEAR' } as const;

const nameOf = ({ plan }: PriceSeries) => plan;

function series(change: Partial<PriceSeries> = {}): PriceSeries {
  return {
    competitorId: 'c',
    plan: 'Pro',
    field: 'amount',
    currency: 'USD',
    period: 'MONTH',
    points: [
      { at: '2026-11-01T00:00:00Z', amountMinor: 4900, text: '$49', factId: 'f1' },
      { at: '2026-11-10T00:00:00Z', amountMinor: 5900, text: '$59', factId: 'f2' },
      { at: '2026-11-12T00:00:00Z', amountMinor: 5900, text: '$59.00', factId: 'f3' },
    ],
    ...change,
  };
}

test.each([
  ['per seat', fact({ terms: perSeat }), 'MONTH', 25, 122_500, ['perSeat']],
  ['for the account', fact({ terms }), 'MONTH', 25, 4900, ['perAccount']],
  ['told by the year', fact({ value: yearly, terms }), 'MONTH', 1, 4000, ['divided']],
  ['asked by the year', fact({ terms }), 'YEAR', 1, 58_800, ['multiplied']],
  [
    'billed yearly',
    fact({ field: 'amount-billed-yearly', terms: perSeat }),
    'MONTH',
    2,
    9800,
    ['perSeat', 'billedYearly'],
  ],
] as const)('a price %s says how it was brought to the basis', (_, given, period, seats, amountMinor, assumptions) => {
  expect(normalise(given as Fact, { period, seats })).toMatchObject({
    isKnown: true,
    amountMinor,
    currency: 'USD',
    assumptions,
  });
});

test.each([
  ['noAmount', { text: 'Contact us' }],
  ['once', { text: '$99 once', amountMinor: 9900, currency: 'USD', period: 'ONCE' }],
  ['usage', { text: '$1', amountMinor: 100, currency: 'USD', period: 'USAGE' }],
  ['noPeriod', { text: '$5', amountMinor: 500, currency: 'USD', period: null }],
] as const)('a price that cannot be brought there says why: %s', (why, value) => {
  expect(normalise(fact({ value }), { period: 'MONTH', seats: 1 })).toEqual({ isKnown: false, why });
});

test('the last move is the last time the amount differs, not the last time it was told', () => {
  expect(lastMove(series())).toMatchObject({
    at: '2026-11-10T00:00:00Z',
    before: { amountMinor: 4900 },
    after: { amountMinor: 5900 },
  });
  expect(lastMove(series({ points: series().points.slice(1) }))).toBeNull();
});

test('a plan that has ended stops there, and the most frequent unit comes first', () => {
  const [line] = priceLines([series()], [fact({ id: 'f3', validTo: '2026-11-20T00:00:00Z' })], { nameOf });

  expect(line?.points.at(-1)).toEqual({ at: Date.parse('2026-11-20T00:00:00Z'), value: null });
  expect(unitsOf([series({ currency: 'EUR' }), series(), series({ plan: 'Solo' })])).toEqual([
    'USD MONTH',
    'EUR MONTH',
  ]);
});

test('a line that looks back a while begins with what held then', () => {
  const from = Date.parse('2026-11-11T00:00:00Z');

  expect(priceLines([series()], [], { nameOf, from })[0]?.points).toEqual([
    { at: from, value: 5900, isCarried: true },
    { at: Date.parse('2026-11-12T00:00:00Z'), value: 5900 },
  ]);
});
