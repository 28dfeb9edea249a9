import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { currentSession, useIsAdmin } from '../../shared/api/session';
import { t } from '../../shared/i18n/settings-words';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { settingQueries } from './queries';
import { RetentionForm } from './RetentionForm';
import classes from './Settings.module.css';

/** What holds for everybody in the workspace. */
export function Workspace() {
  const session = useQuery(currentSession());
  const isAdmin = useIsAdmin();
  return (
    <>
      <PageHeader title={t('workspace.title')} />
      <div className={classes.stack}>
        <Panel title={t('workspace.title')}>
          <dl className={classes.facts}>
            <dt>{t('workspace.name')}</dt>
            <dd>
              {session.data?.workspace.name}
              <p className={classes.quiet}>{t('workspace.named')}</p>
            </dd>
            <dt>{t('workspace.role')}</dt>
            <dd>
              {session.data?.member.role}, <Link to="/settings/members">{t('workspace.members')}</Link>
            </dd>
          </dl>
          <p className={classes.note}>
            {t('workspace.company')} <Link to="/settings/company">{t('settings.company')}</Link>
          </p>
        </Panel>
        <Panel title={t('workspace.retention')}>
          {isAdmin ? <Kept /> : <p className={classes.quiet}>{t('workspace.retentionAdmins')}</p>}
        </Panel>
      </div>
    </>
  );
}

function Kept() {
  const rule = useQuery(settingQueries.retention());
  return (
    <QueryBoundary query={rule}>
      {({ rule: kept, scope }) => (
        <>
          <p className={classes.lead}>{t('workspace.retentionLead')}</p>
          <p className={classes.quiet}>{t(`workspace.scope.${scope}`)}</p>
          <RetentionForm key={JSON.stringify(kept)} kept={kept} />
        </>
      )}
    </QueryBoundary>
  );
}
