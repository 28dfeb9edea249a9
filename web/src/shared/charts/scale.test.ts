import { describe, expect, test } from 'vitest';
import { apart, linear, timeTicks, valueTicks } from './scale';

test('a scale maps its ends and what lies between; a domain without length lands in the middle', () => {
  const scale = linear([0, 10], [100, 0]);

  expect([0, 5, 10].map(scale)).toEqual([100, 50, 0]);
  expect(linear([3, 3], [0, 100])(3)).toBe(50);
});

test.each([
  [0, 4, [0, 1]],
  [7, 4, [0, 2, 4, 6, 8]],
  [59, 4, [0, 20, 40, 60]],
  [5900, 4, [0, 2000, 4000, 6000]],
  [1, 4, [0, 0.5, 1]],
])('values up to %d have round ticks from 0', (most, wanted, ticks) => {
  expect(valueTicks(most, wanted)).toEqual(ticks);
});

test('counts have no half ticks', () => {
  expect(valueTicks(1, 4, 1)).toEqual([0, 1]);
  expect(valueTicks(2, 4, 1)).toEqual([0, 1, 2]);
});

test.each([
  [[10, 50, 90], 20, 100, [10, 50, 90]],
  [[10, 10, 15, 90], 20, 100, [10, 30, 50, 90]],
  [[50, 95, 95, 95], 20, 100, [40, 60, 80, 100]],
  [[], 20, 100, []],
])('places %j lie %d apart and none past %d', (places, gap, to, moved) => {
  expect(apart(places, gap, to)).toEqual(moved);
});

describe('moments', () => {
  const at = (text: string) => new Date(text).getTime();

  test.each([
    ['2026-11-20T10:02', '2026-11-20T10:48', 5, ['2026-11-20T10:15', '2026-11-20T10:30', '2026-11-20T10:45']],
    ['2026-11-18T09:00', '2026-11-21T09:00', 4, ['2026-11-19T00:00', '2026-11-20T00:00', '2026-11-21T00:00']],
    ['2026-01-20T00:00', '2026-04-10T00:00', 4, ['2026-02-01T00:00', '2026-03-01T00:00', '2026-04-01T00:00']],
    ['2023-06-01T00:00', '2026-02-01T00:00', 4, ['2024-01-01T00:00', '2025-01-01T00:00', '2026-01-01T00:00']],
  ])('from %s to %s are round on the clock of the reader', (from, to, wanted, ticks) => {
    expect(timeTicks(at(from), at(to), wanted).map((tick) => tick.at)).toEqual(ticks.map(at));
  });
});
