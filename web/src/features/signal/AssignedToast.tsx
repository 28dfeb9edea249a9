import { Button } from '@mantine/core';
import { Toast } from '../../shared/ui/Toast';
import type { Assigned } from './use-assign';
import { t } from './view-words';

export function AssignedToast({ told, onUndo }: { told: Assigned | null; onUndo: () => void }) {
  if (!told) return <Toast>{null}</Toast>;
  if ('failed' in told) return <Toast tone="danger">{t('assigned.failed', { why: told.failed })}</Toast>;
  const { count, name, undoToken } = told;
  return (
    <Toast>
      <span>{name === null ? t('assigned.nobody', { count }) : t('assigned.to', { count, name })}</span>
      {undoToken && (
        <Button variant="subtle" onClick={onUndo}>
          {t('action.undo')}
        </Button>
      )}
    </Toast>
  );
}
