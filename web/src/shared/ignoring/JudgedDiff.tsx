import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { DiffHunk, DiffSide, IgnoreRule } from '../api/types';
import { DiffView } from '../diff/DiffView';
import { Toast } from '../ui/Toast';
import { HunkVerdict } from './HunkVerdict';
import { hunkRef, useRemoveRule } from './queries';
import { t } from './words';

type Props = { sourceId: string; diff: { from: DiffSide; to: DiffSide; hunks: DiffHunk[] } };

/** Two versions compared, and for each place what an analyst can say of it: news, or not relevant from now on. */
export function JudgedDiff({ sourceId, diff }: Props) {
  const [applied, setApplied] = useState<IgnoreRule | null>(null);
  const remove = useRemoveRule();
  const showAgain = (ruleId: string) => remove.mutate(ruleId, { onSuccess: () => setApplied(null) });
  return (
    <>
      <DiffView
        hunks={diff.hunks}
        action={(hunk) => (
          <HunkVerdict
            sourceId={sourceId}
            hunk={hunk}
            blocks={hunkRef(diff, hunk)}
            onApplied={setApplied}
            onShowAgain={showAgain}
          />
        )}
      />
      <Toast tone={remove.error ? 'danger' : 'plain'}>
        {remove.error ? (
          t('ignoring.failed', { why: problemOf(remove.error).message })
        ) : applied ? (
          <>
            <span>{t('ignoring.applied', { pattern: applied.pattern })}</span>
            <Button variant="subtle" onClick={() => showAgain(applied.id)}>
              {t('action.undo')}
            </Button>
          </>
        ) : (
          remove.isSuccess && t('ignoring.undone')
        )}
      </Toast>
    </>
  );
}
