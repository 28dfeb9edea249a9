import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { currentSession } from '../../shared/api/session';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import tabs from '../../shared/ui/Tabs.module.css';
import { t } from './words';

const screens = [
  { to: '/ops', label: t('ops.overview'), exact: true },
  { to: '/ops/jobs', label: t('ops.jobs'), exact: false },
  { to: '/ops/dead', label: t('ops.dead'), exact: true },
  { to: '/ops/sla', label: t('ops.sla'), exact: true },
] as const;

type Props = { title: string; meta?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A screen of those who operate the queues; everybody else learns whom to ask, and nothing is asked of the gateway. */
export function OperatorScreen({ title, meta, actions, children }: Props) {
  const session = useQuery(currentSession());
  return (
    <>
      <PageHeader title={title} meta={meta} actions={actions} />
      {session.data?.member.queueAdmin ? (
        <>
          <nav className={tabs.tabs} aria-label={t('ops.tabs')}>
            {screens.map(({ to, label, exact }) => (
              <Link
                key={to}
                to={to}
                className={tabs.tab ?? ''}
                activeOptions={{ exact, includeSearch: false }}
                activeProps={{ 'data-active': true }}
              >
                {label}
              </Link>
            ))}
          </nav>
          {children}
        </>
      ) : (
        <Notice title={t('ops.forbidden')}>
          <p>{t('ops.forbiddenBody')}</p>
          <Link to="/settings/members">{t('ops.members')}</Link>
        </Notice>
      )}
    </>
  );
}
