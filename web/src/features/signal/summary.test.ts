import { expect, test } from 'vitest';
import { addsToHeadline, detailOf } from './summary';

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
