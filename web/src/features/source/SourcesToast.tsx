import { Button } from '@mantine/core';
import { Toast } from '../../shared/ui/Toast';
import { t } from './list-words';
import type { SourcesTold } from './use-source-acts';

export function SourcesToast({ told, onUndo }: { told: SourcesTold | null; onUndo: () => void }) {
  if (!told) return <Toast>{null}</Toast>;
  const { act, done, refused, why } = told;
  return (
    <Toast tone={refused > 0 ? 'danger' : 'plain'}>
      {done.length > 0 && <span>{t(`sourceList.did.${act}`, { count: done.length })}</span>}
      {refused > 0 && <span>{t('sourceList.refused', { count: refused, why })}</span>}
      {done.length > 0 && (act === 'pause' || act === 'resume') && (
        <Button variant="subtle" onClick={onUndo}>
          {t('action.undo')}
        </Button>
      )}
    </Toast>
  );
}
