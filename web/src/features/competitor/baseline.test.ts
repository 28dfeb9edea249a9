import { expect, test } from 'vitest';
import type { Fact } from '../../shared/api/types';
import { priceLine } from './baseline';

function price(field: string, amountMinor: number): Fact {
  const value = { text: `${amountMinor / 100}`, amountMinor, currency: 'USD', period: 'MONTH' };
  return { kind: 'PRICE', subject: 'Pro', field, value } as Fact;
}

test('a plan with two ways of paying names the plain price first', () => {
  const prices = [price('amount-billed-yearly', 3900), price('amount', 4900)];
  expect(priceLine({ name: 'Pro', prices, others: [] })).toBe('$49/mo \u00b7 $39/mo billed yearly');
});
