import { expect, test } from 'vitest';
import type { AlertRule } from '../../shared/api/types';
import { draftOf, emptyDraft, operatorsOf, requestOf, sentence } from './draft';

const draft = { ...emptyDraft('Europe/Berlin'), name: 'Prices', channelIds: ['c1'] };

test('a rule reads as a sentence', () => {
  expect(sentence(draft, { competitor: undefined, channels: ['#pricing'] })).toBe(
    'When a price of any competitor moves by at least 5 %, tell #pricing at once.',
  );
});

test('every part that is asked for is in the sentence', () => {
  const full = {
    ...draft,
    operator: 'ABOVE' as const,
    value: '59',
    tags: 'tier-1, eu',
    category: 'PRICING' as const,
    significance: '40',
    keywords: 'hospital,seat',
    mode: 'DAILY' as const,
  };

  expect(sentence(full, { competitor: 'BrightDesk', channels: [] })).toBe(
    'When a price of BrightDesk or one tagged tier-1, eu is now above 59 USD and it is about pricing and its ' +
      'significance is at least 40 and it says hospital, seat, tell nobody yet once a day.',
  );
});

test('amounts go out in minor units and come back as typed', () => {
  const request = requestOf({ ...draft, operator: 'BELOW', value: '49.5', currency: 'EUR' });
  const rule = { ...request, id: 'r', firings30d: 0, failedDeliveries: 0, createdAt: '', version: 0 } as AlertRule;

  expect(request.condition).toMatchObject({ factKind: 'PRICE', operator: 'BELOW', value: 4950, currency: 'EUR' });
  expect(draftOf(rule)).toMatchObject({ value: '49.5', currency: 'EUR', operator: 'BELOW' });
});

test('a rule made elsewhere keeps the competitors this form does not show', () => {
  const request = requestOf(draft);
  const rule = {
    ...request,
    condition: { ...request.condition, competitorIds: ['a', 'b'], field: 'amount' },
  } as AlertRule;

  expect(requestOf(draftOf(rule), rule).condition).toMatchObject({ competitorIds: ['a', 'b'], field: 'amount' });
});

test('digest and quiet hours are sent only where they are asked for', () => {
  expect(requestOf(draft).telling).toMatchObject({ digest: null, quietHours: null });
  expect(requestOf({ ...draft, mode: 'WEEKLY', day: 'FRIDAY' }).telling.digest).toEqual({
    time: '07:00',
    day: 'FRIDAY',
  });
  expect(requestOf({ ...draft, quiet: true }).telling.quietHours).toEqual({
    from: '20:00',
    to: '07:00',
    criticalBreaks: true,
  });
});

test('only prices have amounts', () => {
  expect(operatorsOf('POST')).toEqual(['ANY', 'ADDED', 'REMOVED', 'CHANGED']);
  expect(operatorsOf('ANY')).toEqual(['ANY']);
  expect(operatorsOf('PRICE')).toContain('RISES_BY');
});
