import { expect, test } from 'vitest';
import { fromMicros, toMicros } from './money';

test('millionths of a dollar are shown as dollars, and a little is not nothing', () => {
  expect(fromMicros(0)).toBe('$0.00');
  expect(fromMicros(1_500_000)).toBe('$1.50');
  expect(fromMicros(2_500)).toBe('$0.0025');
  expect(fromMicros(1_234_567_890)).toBe('$1,234.57');
});

test('typed dollars become millionths', () => {
  expect(toMicros('25')).toBe(25_000_000);
  expect(toMicros(' 0,5 ')).toBe(500_000);
  expect(toMicros('1.234567')).toBe(1_234_567);
});

test.each(['', '-1', 'ten', '1.2345678', '1e3', '10000000000'])('%s is no amount', (typed) => {
  expect(toMicros(typed)).toBeNull();
});
