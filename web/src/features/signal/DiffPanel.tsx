import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMayEdit } from '../../shared/api/session';
import type { ChangeDiff } from '../../shared/api/types';
import { DiffView } from '../../shared/diff/DiffView';
import { JudgedDiff } from '../../shared/ignoring/JudgedDiff';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { signalQueries } from './queries';
import { t } from './words';

type Props = { changeId: string; sourceId: string | null | undefined };

export function DiffPanel({ changeId, sourceId }: Props) {
  const query = useQuery(signalQueries.diff(changeId));
  const { from, to } = query.data ?? {};
  return (
    <Panel
      title={t('diff.title')}
      actions={
        sourceId && (
          <Link to="/sources/$id" params={{ id: sourceId }}>
            {t('source.allVersions')}
          </Link>
        )
      }
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
  const { from, to, hunks } = diff;
  if (!mayEdit || !sourceId || !from) return <DiffView hunks={hunks} />;
  return <JudgedDiff sourceId={sourceId} diff={{ from, to, hunks }} />;
}
