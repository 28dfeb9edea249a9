import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import { useMayEdit } from '../../shared/api/session';
import type { ChangeDiff, IgnoreRule } from '../../shared/api/types';
import { DiffView } from '../../shared/diff/DiffView';
import { t } from '../../shared/i18n/translate';
import { HunkVerdict } from '../../shared/ignoring/HunkVerdict';
import { hunkRef, useRemoveRule } from '../../shared/ignoring/queries';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Toast } from '../../shared/ui/Toast';
import { signalQueries } from './queries';

type Props = { changeId: string; sourceId: string | null | undefined };

export function DiffPanel({ changeId, sourceId }: Props) {
  const query = useQuery(signalQueries.diff(changeId));
  const { from, to } = query.data ?? {};
  return (
    <Panel
      title={t('diff.title')}
      flush
      note={
        to && (
          <>
            {from && <RelativeTime at={from.fetchedAt} />} {from && '\u2192'} <RelativeTime at={to.fetchedAt} />
          </>
        )
      }
    >
      <QueryBoundary query={query}>
        {(diff) =>
          diff.hunks.length === 0 ? (
            <Notice title={t('diff.none')} />
          ) : (
            <>
              <Hunks diff={diff} sourceId={sourceId} />
              {diff.truncated && <Notice title={t('diff.truncated', { count: diff.totalLines })} />}
            </>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function Hunks({ diff, sourceId }: { diff: ChangeDiff; sourceId: string | null | undefined }) {
  const mayEdit = useMayEdit();
  const [applied, setApplied] = useState<IgnoreRule | null>(null);
  const remove = useRemoveRule();
  const { from, to } = diff;
  if (!mayEdit || !sourceId || !from) return <DiffView hunks={diff.hunks} />;
  const showAgain = (ruleId: string) => remove.mutate(ruleId, { onSuccess: () => setApplied(null) });
  return (
    <>
      <DiffView
        hunks={diff.hunks}
        action={(hunk) => (
          <HunkVerdict
            sourceId={sourceId}
            hunk={hunk}
            blocks={hunkRef({ from, to }, hunk)}
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
