import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../shared/ui/Panel';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { deviceOf } from './device';
import { accountQueries, useAccountChanges } from './queries';
import { t } from './words';

/** The browsers one is signed in with; this one cannot be ended by mistake. */
export function SessionsPanel() {
  const sessions = useQuery(accountQueries.sessions());
  const { endSession, endOthers } = useAccountChanges();
  const failed = endSession.error ?? endOthers.error;
  const others = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Panel
      title={t('account.sessions')}
      flush
      actions={
        others && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('account.endOthers')}
          </Button>
        )
      }
    >
      {failed && <ProblemNotice error={failed} />}
      <QueryBoundary query={sessions}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.map(({ id, userAgent, address, workspace, lastSeenAt, current }) => {
              const device = deviceOf(userAgent) ?? t('account.unknownDevice');
              return (
                <li key={id} className={classes.row}>
                  <div className={classes.person}>
                    <strong>{device}</strong> {current && <span className={classes.quiet}>({t('account.this')})</span>}
                    <div className={classes.quiet}>
                      {workspace} {'\u00b7'}{' '}
                      {address && (
                        <>
                          {t('account.from', { address })} {'\u00b7'}{' '}
                        </>
                      )}
                      {t('account.lastUsed')} <RelativeTime at={lastSeenAt} />
                    </div>
                  </div>
                  {!current && (
                    <Button
                      variant="default"
                      aria-label={t('account.endOf', { device })}
                      onClick={() => endSession.mutate(id)}
                    >
                      {t('account.end')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}
