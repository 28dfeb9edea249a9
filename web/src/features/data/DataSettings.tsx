import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { currentSession, useIsAdmin } from '../../shared/api/session';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import classes from '../../shared/ui/People.module.css';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { ErasurePanel } from './ErasurePanel';
import { ExportPanel } from './ExportPanel';
import { dataQueries } from './queries';
import { t } from './words';

/** What is kept, a copy to take along, and the end of the workspace. */
export function DataSettings({ demo }: { demo?: ReactNode }) {
  const isAdmin = useIsAdmin();
  const session = useQuery(currentSession());
  const erasure = useQuery(dataQueries.erasure());
  if (!session.data) return null;
  const isOwner = session.data.member.role === 'owner';
  return (
    <>
      <PageHeader title={t('data.title')} />
      <p className={classes.lead}>{t('data.lead')}</p>
      <QueryBoundary query={erasure}>
        {({ erasure: going }) => (
          <div className={classes.stack} data-in-order>
            {!going && (
              <Panel title={t('data.kept')}>
                {isAdmin ? <Kept /> : <p className={classes.quiet}>{t('data.onlyAdmins')}</p>}
              </Panel>
            )}
            {!going && isOwner && <ExportPanel />}
            {!going && !session.data?.workspace.demo && demo}
            {going || isOwner ? (
              <ErasurePanel of={going} name={session.data?.workspace.name ?? ''} isOwner={isOwner} />
            ) : (
              <p className={classes.quiet}>{t('data.onlyOwners')}</p>
            )}
          </div>
        )}
      </QueryBoundary>
    </>
  );
}

function Kept() {
  const found = useQuery(dataQueries.retention());
  return (
    <QueryBoundary query={found}>
      {({ scope, rule }) => (
        <>
          <p>
            {t('data.body', { days: rule.bodyDays })} {t('data.newest', { count: rule.keepNewest })}{' '}
            {rule.keepChanged && t('data.changed')} {t('data.snapshots')}
          </p>
          <p className={classes.quiet}>{t(`data.scope.${scope}`)}</p>
        </>
      )}
    </QueryBoundary>
  );
}
