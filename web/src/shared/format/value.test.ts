import { expect, test } from 'vitest';
import type { FactChange, FactValue } from '../api/types';
import { leadFact, movement, valueText } from './value';

const dollars = (amountMinor: number, period: FactValue['period'] = 'MONTH'): FactValue => ({
  text: 'as worded',
  amountMinor,
  currency: 'USD',
  period,
});

test('a price is a number with currency and period', () => {
  expect(valueText(dollars(4900))).toBe('$49/mo');
  expect(valueText(dollars(4950, 'YEAR'))).toBe('$49.50/yr');
});

test('a currency without cents is not divided by a hundred', () => {
  expect(valueText({ text: '\u00a54900', amountMinor: 4900, currency: 'JPY' })).toBe('\u00a54,900');
});

test('a price that could not be read stays in the words of the page', () => {
  expect(valueText({ text: 'Contact sales', amountMinor: null, currency: null })).toBe('Contact sales');
});

test('a rise and a fall carry their sign', () => {
  expect(movement({ before: dollars(4900), after: dollars(5900) })).toMatchObject({ direction: 'up', text: '+20.4%' });
  expect(movement({ before: dollars(2000), after: dollars(1500) })).toMatchObject({
    direction: 'down',
    text: '\u221225%',
  });
});

test('a price per month and a price per year are not compared', () => {
  expect(movement({ before: dollars(4900, 'MONTH'), after: dollars(5900, 'YEAR') })).toBeNull();
});

test('a headline is about the price that moved', () => {
  const added: FactChange = { kind: 'ADDED', factKind: 'PLAN', subject: 'Free', field: 'name', evidence: [] };
  const moved: FactChange = { ...added, kind: 'MODIFIED', subject: 'Pro', before: dollars(1), after: dollars(2) };

  expect(leadFact([added, moved])?.subject).toBe('Pro');
});
