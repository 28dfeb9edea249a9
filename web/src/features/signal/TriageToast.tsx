import { Button } from '@mantine/core';
import { problemOf } from '../../shared/api/problem';
import { Toast } from '../../shared/ui/Toast';
import type { LastTriage } from './use-triage';
import { t } from './words';

export function TriageToast({ last, onUndo }: { last: LastTriage | null; onUndo: () => void }) {
  if (last === null) return <Toast>{null}</Toast>;
  const [first] = last.signals;
  const headline =
    last.signals.length === 1 && first ? first.headline : t('triage.many', { count: last.signals.length });
  if (last.state === 'failed') {
    return <Toast tone="danger">{t('triage.failed', { headline, why: problemOf(last.error).message })}</Toast>;
  }
  return (
    <Toast>
      <span>{t(`triaged.${last.to}`, { headline })}</span>
      <Button variant="subtle" onClick={onUndo}>
        {t('action.undo')}
      </Button>
    </Toast>
  );
}
