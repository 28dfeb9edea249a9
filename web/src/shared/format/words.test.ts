import { expect, test } from 'vitest';
import { factName } from './words';

test.each([
  ['PRICE', 'amount', 'price'],
  ['PRICE', 'amount-billed-yearly', 'price, billed yearly'],
  ['JOB_OPENING', 'title', 'job opening'],
])('a fact of kind %s and field %s is called %s', (factKind, field, name) => {
  expect(factName({ factKind, field })).toBe(name);
});
