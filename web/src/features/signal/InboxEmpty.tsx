import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { workspaceQueries } from '../../shared/api/workspace';
import { Notice } from '../../shared/ui/Notice';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Skeleton } from '../../shared/ui/Skeleton';
import { type InboxSearch, isFiltered } from './filters';
import { t } from './words';

type Props = { search: InboxSearch; waiting: boolean; nobody: ReactNode; onClear: () => void };

/** The different reasons for no rows, each said for what it is. */
export function InboxEmpty({ search, waiting, nobody, onClear }: Props) {
  const overview = useQuery(workspaceQueries.overview());
  if (waiting) return <Notice title={t('inbox.arrived')} />;
  if (isFiltered(search)) {
    return (
      <Notice title={t('inbox.noMatch')}>
        <Button variant="default" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      </Notice>
    );
  }
  if (search.triage !== 'NEW') {
    return (
      <Notice title={t(`inbox.empty.${search.triage}`)}>
        <p>{t('inbox.empty.how')}</p>
      </Notice>
    );
  }
  if (overview.isPending) return <Skeleton rows={3} />;
  if (overview.data?.competitors === 0) return nobody;
  const { nextVisitAt, visits24h } = overview.data ?? {};
  return (
    <Notice title={t('inbox.caughtUp')}>
      <p>
        {typeof visits24h === 'number' && t('inbox.visits', { count: visits24h })}{' '}
        {nextVisitAt && (
          <>
            {t('inbox.nextVisit')} <RelativeTime at={nextVisitAt} planned />.
          </>
        )}
      </p>
    </Notice>
  );
}
