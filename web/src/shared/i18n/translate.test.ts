import { expect, test } from 'vitest';
import type { MessageKey } from './en';
import { t } from './translate';

test('values are filled in and the count picks the plural form', () => {
  expect(t('inbox.waiting', { count: 1 })).toBe('1 new signal');
  expect(t('inbox.waiting', { count: 4 })).toBe('4 new signals');
});

test('a word that a newer server uses is shown instead of a dead screen', () => {
  const newer = 'outcome.RATE_LIMITED' as MessageKey & 'nav.main';

  expect(t(newer)).toBe('Rate limited');
});
