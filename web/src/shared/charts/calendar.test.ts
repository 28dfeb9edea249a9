import { expect, test } from 'vitest';
import { countByDay, dayKey, daysUntil, levelOf, nextDay, weeksUntil } from './calendar';

const friday = new Date('2026-11-20T15:00').getTime();

test('days go from a Monday to today, without a gap where the clock changes', () => {
  const days = daysUntil(friday, 6);

  expect(days.map(dayKey)).toHaveLength(5 * 7 + 5);
  expect(dayKey(days[0] ?? 0)).toBe('2026-10-12');
  expect(dayKey(days.at(-1) ?? 0)).toBe('2026-11-20');
  expect(new Set(days.map(dayKey)).size).toBe(days.length);
});

test('weeks end with the one of today', () => {
  expect(weeksUntil(friday, 2).map(dayKey)).toEqual(['2026-11-09', '2026-11-16']);
});

test('moments are counted on the calendar of the reader', () => {
  const counts = countByDay([friday, friday + 1, new Date('2026-11-19T00:00').getTime()]);

  expect([...counts]).toEqual([
    ['2026-11-20', 2],
    ['2026-11-19', 1],
  ]);
});

test.each([
  [0, 9, 0],
  [1, 1, 1],
  [1, 9, 1],
  [5, 9, 3],
  [9, 9, 4],
])('%d of at most %d is level %d', (count, most, level) => {
  expect(levelOf(count, most)).toBe(level);
});

test('arrows go by weeks sideways and by days up and down', () => {
  expect(nextDay('ArrowLeft', 20, 30)).toBe(13);
  expect(nextDay('ArrowDown', 20, 30)).toBe(21);
  expect(nextDay('ArrowRight', 28, 30)).toBe(29);
  expect(nextDay('x', 20, 30)).toBeNull();
});
