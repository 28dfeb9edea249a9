import { expect, test } from 'vitest';
import { percent, span, success } from './figures';
import { percentileLevel, ratioLevel } from './levels';
import { ownRequests } from './own-requests';

test('too little is not told as a share', () => {
  expect(ratioLevel({ good: 3, of: 3, least: 20, goal: 0.95 })).toEqual({ state: 'collecting', have: 3, least: 20 });
});

test('a kept goal leaves a part of its error budget', () => {
  const level = ratioLevel({ good: 98, of: 100, least: 20, goal: 0.95 });

  expect(level).toMatchObject({ state: 'measured', value: 0.98, met: true });
  expect(level.state === 'measured' && level.budgetUsed).toBeCloseTo(0.4);
});

test('a missed goal has used its budget more than once', () => {
  const level = ratioLevel({ good: 90, of: 100, least: 20, goal: 0.95 });

  expect(level).toMatchObject({ state: 'measured', met: false });
  expect(level.state === 'measured' && level.budgetUsed).toBeCloseTo(2);
});

test('the 95th percentile of a hundred is the ninety-fifth', () => {
  const waits = Array.from({ length: 100 }, (_, index) => index + 1);

  expect(percentileLevel(waits, 20, 95)).toMatchObject({ value: 95, met: true, budgetUsed: 1 });
  expect(percentileLevel(waits, 20, 90)).toMatchObject({ value: 95, met: false, budgetUsed: 2 });
});

test('streams and other files are no answers of the API', () => {
  const base = { requestStart: 100, responseStart: 160 };
  const seen = ownRequests([
    { name: 'http://ciq.test/api/v1/signals', ...base },
    { name: 'http://ciq.test/api/v1/queues', ...base, responseStatus: 503 },
    { name: 'http://ciq.test/api/v1/events', ...base },
    { name: 'http://ciq.test/assets/index.js', ...base },
    { name: 'http://ciq.test/api/v1/model', requestStart: 100, responseStart: 0 },
  ]);

  expect(seen).toEqual({ answered: 2, withoutServerError: 1, waitsMs: [60, 60] });
});

test.each([
  [0.0124, '12 ms'],
  [0.5, '500 ms'],
  [45, '45 s'],
  [184, '3 min 4 s'],
  [7200, '2 h'],
  [90_061, '1 d 1 h'],
])('%d seconds are told as %s', (seconds, words) => {
  expect(span(seconds)).toBe(words);
});

test('a share is never rounded up to a promise', () => {
  expect(percent(0.99961)).toBe('99.9%');
  expect(success([])).toBeNull();
});
