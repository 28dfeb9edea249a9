import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { currentSession } from '../../shared/api/session';
import type { IssuedInvitation, Role } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Select } from '../../shared/ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from '../../shared/ui/People.module.css';
import { memberQueries, useInvitations } from './queries';
import { givenBy } from './roles';
import { t } from './words';

/** Asking people to join, and those who have not answered yet. */
export function InvitePanel() {
  const session = useQuery(currentSession());
  const { invite, resend, withdraw } = useInvitations();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('ANALYST');
  const [issued, setIssued] = useState<IssuedInvitation>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = (answer: IssuedInvitation) => {
      setIssued(answer);
      setEmail('');
    };
    invite.mutate({ email: email.trim(), role }, { onSuccess });
  };
  return (
    <>
      <Panel title={t('invite.title')}>
        <form className={classes.stack} onSubmit={submit}>
          <div className={classes.actions}>
            <TextInput
              className={classes.link ?? ''}
              type="email"
              required
              withAsterisk={false}
              maxLength={254}
              autoComplete="off"
              label={t('invite.email')}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Select
              label={t('invite.role')}
              value={role}
              options={givenBy(session.data?.member.role ?? 'viewer').map((value) => ({
                value,
                label: t(`role.${value}`),
              }))}
              onChange={(wanted) => wanted && setRole(wanted)}
            />
            <Button type="submit" loading={invite.isPending}>
              {t('invite.submit')}
            </Button>
          </div>
          {invite.error && <ProblemNotice error={invite.error} />}
        </form>
        {issued && <Issued key={issued.link} issued={issued} />}
      </Panel>
      <Waiting
        problem={resend.error ?? withdraw.error}
        onResend={(id) => resend.mutate(id, { onSuccess: setIssued })}
        onWithdraw={(id) => {
          if (issued?.invitation.id === id) setIssued(undefined);
          withdraw.mutate(id);
        }}
      />
    </>
  );
}

/** The one moment the link can be seen. */
function Issued({ issued: { invitation, link, mail } }: { issued: IssuedInvitation }) {
  const [copied, setCopied] = useState(false);
  const { email } = invitation;
  return (
    <div className={classes.stack}>
      <p role="status">{t(`invite.${mail}`, { email })}</p>
      <div className={classes.actions}>
        <TextInput
          className={classes.link ?? ''}
          readOnly
          label={t('invite.link', { email })}
          description={t('invite.once')}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          variant="default"
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {t('invite.copy')}
        </Button>
        <span role="status" className={classes.quiet}>
          {copied && t('invite.copied')}
        </span>
      </div>
    </div>
  );
}

type WaitingProps = { problem: unknown; onResend: (id: string) => void; onWithdraw: (id: string) => void };

function Waiting({ problem, onResend, onWithdraw }: WaitingProps) {
  const invitations = useQuery(memberQueries.invitations());
  return (
    <Panel title={t('invite.waiting')} flush>
      {Boolean(problem) && <ProblemNotice error={problem} />}
      <QueryBoundary query={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t('invite.none')}</p>
          ) : (
            <ul className={classes.list}>
              {items.map(({ id, email, role, invitedBy, sentAt, expired }) => (
                <li key={id} className={classes.row}>
                  <div className={classes.person}>
                    <strong>{email}</strong>
                    <div className={classes.quiet}>
                      {t('invite.by', { name: invitedBy, role: t(`role.${role}`) })} <RelativeTime at={sentAt} />{' '}
                      {expired && t('invite.expired')}
                    </div>
                  </div>
                  <Button variant="default" aria-label={t('invite.resendTo', { email })} onClick={() => onResend(id)}>
                    {t('invite.resend')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="red"
                    aria-label={t('invite.withdrawOf', { email })}
                    onClick={() => onWithdraw(id)}
                  >
                    {t('invite.withdraw')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}
