import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { currentSession } from '../../shared/api/session';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import classes from '../../shared/ui/People.module.css';
import { EraseAccount } from './EraseAccount';
import { PasswordForm } from './PasswordForm';
import { useAccountChanges } from './queries';
import { SessionsPanel } from './SessionsPanel';
import { WorkspacesPanel } from './WorkspacesPanel';
import { t } from './words';

/** Who one is, one's password, and where one is signed in. */
export function Account() {
  const session = useQuery(currentSession());
  if (!session.data) return null;
  const { name, email } = session.data.member;
  return (
    <>
      <PageHeader title={t('account.title')} />
      <div className={classes.stack} data-in-order>
        <Panel title={t('account.name')} note={t('account.email', { email })}>
          <NameForm key={name} name={name} />
        </Panel>
        <Panel title={t('account.password')}>
          <PasswordForm />
        </Panel>
        <SessionsPanel />
        <WorkspacesPanel />
        <EraseAccount email={email} />
      </div>
    </>
  );
}

function NameForm({ name }: { name: string }) {
  const [value, setValue] = useState(name);
  const { rename } = useAccountChanges();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(value.trim());
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        required
        withAsterisk={false}
        maxLength={200}
        autoComplete="name"
        label={t('account.name')}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      {rename.error && <ProblemNotice error={rename.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={rename.isPending} disabled={value.trim() === '' || value.trim() === name}>
          {t('account.save')}
        </Button>
      </div>
    </form>
  );
}
