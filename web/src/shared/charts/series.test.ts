import { expect, test } from 'vitest';
import { atMostSeven, bandPath, linePath, momentsOf, type Series, valueAt } from './series';

const plan: Series = {
  id: 'pro',
  label: 'Pro',
  points: [
    { at: 10, value: 49 },
    { at: 20, value: 59 },
    { at: 30, value: null },
  ],
};
const same = (value: number) => value;

test('of a step line the last value holds, of any other only what was told then', () => {
  expect([5, 10, 15, 25, 30].map((at) => valueAt(plan, at, true))).toEqual([null, 49, 49, 59, null]);
  expect([10, 15].map((at) => valueAt(plan, at, false))).toEqual([49, null]);
});

test('moments are there once and in order', () => {
  expect(momentsOf([plan, plan], [15])).toEqual([10, 15, 20, 30]);
});

test('a step line goes sideways first, ends where the plan ends, and else holds until now', () => {
  expect(linePath(plan, same, same, true, 40)).toBe('M10,49H20V59H30');
  const open = { ...plan, points: plan.points.slice(0, 2) };
  expect(linePath(open, same, same, true, 40)).toBe('M10,49H20V59H40');
  expect(linePath(open, same, same, false)).toBe('M10,49L20,59');
});

test('a band is closed and steps at its moments', () => {
  expect(bandPath([0, 10], [0, 0], [2, 3], same, same, 20)).toBe('M0,0L0,2H10L10,3H20L20,0H10L10,0H0Z');
});

test('the smallest parts become one when there are more than seven', () => {
  const parts = Array.from({ length: 9 }, (_, index) => ({ label: `p${index}`, values: [index, 1] }));

  const few = atMostSeven(parts, 'Other');

  expect(few.map(({ label }) => label)).toEqual(['p8', 'p7', 'p6', 'p5', 'p4', 'p3', 'Other']);
  expect(few.at(-1)?.values).toEqual([3, 3]);
});
