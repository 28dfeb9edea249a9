import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import type { SourceDiff } from '../../shared/api/types';
import { Toast } from '../../shared/ui/Toast';
import { useMarkSeen } from './queries';
import { t } from './words';

/** Says that the newer version was looked at; the mark before comes back with one click. */
export function MarkSeen({ diff }: { diff: SourceDiff }) {
  const mark = useMarkSeen(diff.sourceId);
  const [marked, setMarked] = useState<{ documentId: string; before: string | null } | null>(null);
  const isSeen = diff.lastSeen?.documentId === diff.to.documentId;
  const set = (documentId: string) => {
    const before = diff.lastSeen?.documentId ?? null;
    mark.mutate(documentId, { onSuccess: () => setMarked({ documentId, before }) });
  };
  const back = marked?.before;
  return (
    <>
      {!isSeen && (
        <Button loading={mark.isPending} onClick={() => set(diff.to.documentId)}>
          {t('versions.markSeen')}
        </Button>
      )}
      <Toast tone={mark.error ? 'danger' : 'plain'}>
        {mark.error ? (
          problemOf(mark.error).message
        ) : marked ? (
          <>
            <span>{t('versions.marked')}</span>
            {back && (
              <Button variant="subtle" onClick={() => mark.mutate(back, { onSuccess: () => setMarked(null) })}>
                {t('action.undo')}
              </Button>
            )}
          </>
        ) : null}
      </Toast>
    </>
  );
}
