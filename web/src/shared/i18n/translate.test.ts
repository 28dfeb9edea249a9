import { expect, test } from 'vitest';
import type { MessageKey } from './en';
import { t } from './translate';

test('values are filled in and the count picks the plural form', () => {
  expect(t('discovery.track', { count: 1 })).toBe('Track 1 page');
  expect(t('discovery.track', { count: 4 })).toBe('Track 4 pages');
});

test('a word that a newer server uses is shown instead of a dead screen', () => {
  const newer = 'outcome.RATE_LIMITED' as MessageKey & 'nav.main';

  expect(t(newer)).toBe('Rate limited');
});
