import { expect, test } from 'vitest';
import { suggestion } from '../../test/fixtures';
import { addressOf, inOrder, isChosen } from './selection';

test('recommended pages are ticked, and the choice of the member wins', () => {
  const page = suggestion({ recommended: true });

  expect(isChosen(page, new Map())).toBe(true);
  expect(isChosen(page, new Map([[page.id, false]]))).toBe(false);
});

test('a page that forbids robots is never ticked', () => {
  const page = suggestion({ robots: 'DISALLOWED' });

  expect(isChosen(page, new Map([[page.id, true]]))).toBe(false);
});

test('recommended pages come first, forbidden ones last', () => {
  const order = inOrder([
    suggestion({ id: 'forbidden', robots: 'DISALLOWED' }),
    suggestion({ id: 'doubtful', recommended: false, confidence: 0.3 }),
    suggestion({ id: 'sure', confidence: 0.9 }),
  ]);

  expect(order.map((page) => page.id)).toEqual(['sure', 'doubtful', 'forbidden']);
});

test.each([
  ['acme.com', 'https://acme.com'],
  ['  http://acme.com/pricing ', 'http://acme.com/pricing'],
  ['brightdesk.localhost:8090', 'http://brightdesk.localhost:8090'],
  ['acme', null],
  ['acme corp', null],
  ['javascript:alert(1)', null],
  ['ftp://acme.com', null],
  ['https://user:secret@acme.com', null],
])('what someone types (%s) becomes %s', (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});
