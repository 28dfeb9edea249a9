import { t } from '../i18n/translate';
import { useShortcuts } from '../shortcuts/shortcuts';

/** The keys that lead from one hunk to the next, and back. */
export function useHunkKeys(move: (by: 1 | -1) => void): void {
  useShortcuts({ n: () => move(1), p: () => move(-1) }, { n: t('diff.next'), p: t('diff.previous') });
}
