import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import { Dialog } from '../../shared/ui/Dialog';
import { Panel } from '../../shared/ui/Panel';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { useAccountChanges } from './queries';
import { t } from './words';

/** The end of the account; asks for the address and the password before. */
export function EraseAccount({ email }: { email: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <Panel title={t('account.erase')}>
      <p>{t('account.eraseLead')}</p>
      <div className={classes.actions}>
        <Button color="red" onClick={() => setAsking(true)}>
          {t('account.eraseStart')}
        </Button>
      </div>
      {asking && <EraseDialog email={email} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function EraseDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const { erase } = useAccountChanges();
  const problem = erase.error ? problemOf(erase.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate({ email: typed, password });
  };
  return (
    <Dialog title={t('account.eraseTitle')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p>{t('account.eraseBody')}</p>
        <TextInput
          required
          withAsterisk={false}
          type="email"
          autoComplete="off"
          label={t('account.eraseEmail', { email })}
          value={typed}
          error={problem?.fieldError('email')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('account.erasePassword')}
          description={t('account.erasePasswordHint')}
          autoComplete="current-password"
          value={password}
          error={problem?.fieldError('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
        />
        {problem && problem.errors.length === 0 && <ProblemNotice error={problem} />}
        <div className={classes.actions}>
          <Button
            type="submit"
            color="red"
            loading={erase.isPending}
            disabled={typed.trim().toLowerCase() !== email.toLowerCase()}
          >
            {t('account.eraseConfirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('account.eraseCancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
