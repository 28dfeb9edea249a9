import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../shared/ui/Panel';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { accountQueries, useAccountChanges } from './queries';
import { t } from './words';

/** The way from one workspace to another. */
export function WorkspacesPanel() {
  const workspaces = useQuery(accountQueries.workspaces());
  const { enter } = useAccountChanges();
  return (
    <Panel title={t('account.workspaces')} flush>
      {enter.error && <ProblemNotice error={enter.error} />}
      <QueryBoundary query={workspaces}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.map(({ id, name, role, current }) => (
              <li key={id} className={classes.row}>
                <div className={classes.person}>
                  <strong>{name}</strong>
                  <div className={classes.quiet}>{t(`role.${role}`)}</div>
                </div>
                {current ? (
                  <span className={classes.quiet}>{t('account.here')}</span>
                ) : (
                  <Button
                    variant="default"
                    aria-label={t('account.enterOf', { name })}
                    loading={enter.isPending}
                    onClick={() => enter.mutate(id)}
                  >
                    {t('account.enter')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}
