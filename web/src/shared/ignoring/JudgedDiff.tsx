import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { DiffHunk, DiffSide, IgnoreRule } from '../api/types';
import { DiffView } from '../diff/DiffView';
import { focusedHunk, moveToHunk } from '../diff/hunks';
import { useShortcuts } from '../shortcuts/shortcuts';
import { Toast } from '../ui/Toast';
import { HunkVerdict } from './HunkVerdict';
import { NotRelevant } from './NotRelevant';
import { hunkRef, useRemoveRule } from './queries';
import { t } from './words';

type Props = { sourceId: string; diff: { from: DiffSide; to: DiffSide; hunks: DiffHunk[] } };

/** Two versions compared, and for each place what an analyst can say of it: news, or not relevant from now on. */
export function JudgedDiff({ sourceId, diff }: Props) {
  const [applied, setApplied] = useState<IgnoreRule | null>(null);
  const [asking, setAsking] = useState<DiffHunk | null>(null);
  const remove = useRemoveRule();
  const showAgain = (ruleId: string) => remove.mutate(ruleId, { onSuccess: () => setApplied(null) });
  const ask = () => {
    const at = focusedHunk();
    if (at < 0) return moveToHunk(1);
    const hunk = diff.hunks[at];
    if (hunk && !hunk.ignoredBy) setAsking(hunk);
  };
  useShortcuts({ i: ask }, { i: t('ignoring.key') });
  return (
    <>
      <DiffView
        hunks={diff.hunks}
        action={(hunk) => (
          <HunkVerdict
            sourceId={sourceId}
            hunk={hunk}
            blocks={hunkRef(diff, hunk)}
            onNotRelevant={() => setAsking(hunk)}
            onShowAgain={showAgain}
          />
        )}
      />
      {asking && (
        <NotRelevant
          sourceId={sourceId}
          hunk={hunkRef(diff, asking)}
          onClose={() => setAsking(null)}
          onApplied={(rule) => {
            setAsking(null);
            setApplied(rule);
          }}
        />
      )}
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
