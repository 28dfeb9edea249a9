import { expect, test } from 'vitest';
import type { FactChange } from '../../shared/api/types';
import { addsToHeadline, detailOf, moveText } from './summary';

const seen = { pageTitle: 'Blog', url: 'https://helpnest.example/blog/' };

test('a summary that only ends differently adds nothing', () => {
  expect(addsToHeadline({ headline: 'New post: Hello', summary: 'New post: Hello.' })).toBe(false);
  expect(addsToHeadline({ headline: 'New post: Hello', summary: 'New post: Hello. New post: Again.' })).toBe(true);
});

test('a row says where a signal was seen rather than its headline twice', () => {
  expect(detailOf({ ...seen, headline: 'New post: Hello', summary: 'New post: Hello.' })).toBe(
    'Blog \u00b7 helpnest.example/blog',
  );
  expect(detailOf({ ...seen, headline: 'New post: Hello', summary: 'They greet.' })).toBe('They greet.');
});

test('a change is told in one line, with everything its own line shows', () => {
  const price = (amountMinor: number) => ({
    text: 'as written',
    amountMinor,
    currency: 'USD',
    period: 'MONTH' as const,
  });
  const change = (before: FactChange['before'], after: FactChange['after']) =>
    ({ subject: 'Team', before, after }) as FactChange;

  expect(moveText(change(price(4900), price(5900)))).toBe('Team $49/mo \u2192 $59/mo \u25b2 +20.4%');
  expect(moveText(change(null, { text: 'SSO' }))).toBe('Team new: SSO');
  expect(moveText(change({ text: 'SSO' }, null))).toBe('Team SSO gone');
});
