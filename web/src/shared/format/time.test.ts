import { expect, test } from 'vitest';
import { everyInterval, relativeTime } from './time';

const now = Date.parse('2026-11-20T12:00:00Z');

test.each([
  ['2026-11-20T11:59:50Z', 'just now'],
  ['2026-11-20T11:55:00Z', '5m ago'],
  ['2026-11-20T10:00:00Z', '2h ago'],
  ['2026-11-19T12:00:00Z', 'yesterday'],
  ['2026-11-20T12:52:00Z', 'in 52m'],
  ['2026-11-20T12:00:20Z', 'in a moment'],
])('%s is told as "%s"', (instant, words) => {
  expect(relativeTime(instant, now)).toBe(words);
});

test.each([
  ['PT24H', 'every day'],
  ['P1D', 'every day'],
  ['PT48H', 'every 2 days'],
  ['PT6H', 'every 6 h'],
  ['PT1H', 'every hour'],
  ['PT90M', 'every 90 min'],
  ['PT15S', 'every 15 s'],
  ['PT1M30S', 'every 90 s'],
  ['nonsense', 'nonsense'],
])('the interval %s is told as "%s"', (duration, words) => {
  expect(everyInterval(duration)).toBe(words);
});
