import { useQuery } from '@tanstack/react-query';
import { DiffView } from '../../shared/diff/DiffView';
import { t } from '../../shared/i18n/translate';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { signalQueries } from './queries';

export function DiffPanel({ changeId }: { changeId: string }) {
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
              <DiffView hunks={diff.hunks} />
              {diff.truncated && <Notice title={t('diff.truncated', { count: diff.totalLines })} />}
            </>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}
