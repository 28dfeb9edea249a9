import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Members, Role } from '../../shared/api/types';
import classes from '../../shared/ui/People.module.css';
import { Select } from '../../shared/ui/Select';
import type { useMemberChanges } from './queries';
import { t } from './words';

type Props = {
  person: Members['items'][number];
  self: boolean;
  given: Role[];
  changes: ReturnType<typeof useMemberChanges>;
};

export function MemberRow({ person, self, given, changes }: Props) {
  const { id, name, email, role } = person;
  const [asked, setAsked] = useState(false);
  const mayChange = given.includes(role);
  return (
    <li className={classes.row}>
      <div className={classes.person}>
        <strong>{name}</strong> {self && <span className={classes.quiet}>({t('members.you')})</span>}
        <div className={classes.quiet}>{email}</div>
      </div>
      {mayChange ? (
        <Select
          label={t('members.role', { name })}
          value={role}
          options={given.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(wanted) => wanted && changes.changeRole.mutate({ id, name, role: wanted })}
        />
      ) : (
        <span>{t(`role.${role}`)}</span>
      )}
      {mayChange && !self && !asked && (
        <Button
          variant="default"
          aria-label={t('members.signOutOf', { name })}
          onClick={() => changes.endSessions.mutate({ id, name })}
        >
          {t('members.signOut')}
        </Button>
      )}
      {(mayChange || self) && !asked && (
        <Button
          variant="subtle"
          color="red"
          aria-label={self ? t('members.leave') : t('members.removeOf', { name })}
          onClick={() => setAsked(true)}
        >
          {t(self ? 'members.leave' : 'members.remove')}
        </Button>
      )}
      {asked && (
        <div role="alert" className={classes.actions}>
          <p>{self ? t('members.leaveSure') : t('members.removeSure', { name })}</p>
          <Button color="red" loading={changes.remove.isPending} onClick={() => changes.remove.mutate(id)}>
            {t(self ? 'members.leave' : 'members.remove')}
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('members.keep')}
          </Button>
        </div>
      )}
    </li>
  );
}
