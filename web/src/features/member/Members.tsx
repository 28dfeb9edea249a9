import { useQuery } from '@tanstack/react-query';
import { currentSession, useIsAdmin } from '../../shared/api/session';
import type { Members as MembersView } from '../../shared/api/types';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { InvitePanel } from './InvitePanel';
import { MemberRow } from './MemberRow';
import { memberQueries, useMemberChanges } from './queries';
import { givenBy } from './roles';
import { t } from './words';

/** Who belongs to the workspace, and for admins: who shall. */
export function Members() {
  const members = useQuery(memberQueries.members());
  const isAdmin = useIsAdmin();
  return (
    <>
      <PageHeader title={t('members.title')} />
      <p className={classes.lead}>{t('members.lead')}</p>
      <div className={classes.stack} data-in-order>
        <QueryBoundary query={members}>{(found) => <People people={found} />}</QueryBoundary>
        {isAdmin ? <InvitePanel /> : <p className={classes.quiet}>{t('members.onlyAdmins')}</p>}
      </div>
    </>
  );
}

function People({ people }: { people: MembersView }) {
  const session = useQuery(currentSession());
  const changes = useMemberChanges();
  const { changeRole, remove, endSessions } = changes;
  const mine = session.data?.member.role ?? 'viewer';
  const failed = changeRole.error ?? remove.error ?? endSessions.error;
  return (
    <Panel title={t('members.title')} note={t('role.help')} flush>
      {failed && <ProblemNotice error={failed} />}
      <ul className={classes.list}>
        {people.items.map((person) => (
          <MemberRow
            key={person.id}
            person={person}
            self={person.id === people.me}
            given={givenBy(mine)}
            changes={changes}
          />
        ))}
      </ul>
      <p role="status" className={classes.quiet}>
        {changeRole.isSuccess &&
          t('members.changed', { name: changeRole.variables.name, role: t(`role.${changeRole.variables.role}`) })}
        {endSessions.isSuccess && t('members.signedOut', { name: endSessions.variables.name })}
      </p>
    </Panel>
  );
}
