import { expect, test } from 'vitest';
import { fact } from '../../test/fixtures';
import { converted, currenciesOf, rateOf, ratesOf, ratesText } from './conversion';

test('rates live in the address, and what is no rate is dropped', () => {
  const rates = ratesOf('GBP:1.27,EUR:1.09,usd:2,JPY:0,CHF:abc,GBPX:1');

  expect(rates).toEqual({ GBP: 1.27, EUR: 1.09 });
  expect(ratesText(rates)).toBe('EUR:1.09,GBP:1.27');
  expect(ratesText({})).toBeUndefined();
  expect(ratesOf(undefined)).toEqual({});
});

test.each([
  ['1.27', 1.27],
  [' 0,92 ', 0.92],
  ['', null],
  ['0', null],
  ['-1', null],
  ['1e3', null],
])('%j typed as a rate is %j', (typed, expected) => expect(rateOf(typed)).toBe(expected));

test('amounts keep to the digits of both currencies, and without a rate there is none', () => {
  const to = (currency: string, rates: Record<string, number>) => ({ currency, rates });

  expect(converted(2900, 'GBP', to('USD', { GBP: 1.27 }))).toBe(3683);
  expect(converted(2900, 'USD', to('JPY', { USD: 150 }))).toBe(4350);
  expect(converted(4350, 'JPY', to('USD', { JPY: 0.0067 }))).toBe(2915);
  expect(converted(2900, 'USD', to('USD', {}))).toBe(2900);
  expect(converted(2900, 'EUR', to('USD', { GBP: 1.27 }))).toBeNull();
});

test('the currencies are those of the prices, each once', () => {
  const price = (id: string, currency: string) => fact({ id, value: { text: '', amountMinor: 1, currency } });
  const columns = [
    { id: 'a', name: 'A', facts: [price('1', 'USD'), price('2', 'GBP')] },
    { id: 'b', name: 'B', facts: [price('3', 'GBP'), fact({ id: '4', kind: 'FEATURE', value: { text: 'yes' } })] },
  ];

  expect(currenciesOf(columns)).toEqual(['GBP', 'USD']);
});
