import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import { Dialog } from '../../shared/ui/Dialog';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { useDataChanges } from './queries';
import { t } from './words';

/** Asks for the name and the password before the workspace is closed. */
export function EraseDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const { erase } = useDataChanges();
  const problem = erase.error ? problemOf(erase.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate({ name: typed, password }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('data.eraseTitle', { name })} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p>{t('data.eraseBody')}</p>
        <TextInput
          required
          withAsterisk={false}
          autoComplete="off"
          label={t('data.eraseName')}
          value={typed}
          error={problem?.fieldError('name')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('data.password')}
          description={t('data.passwordHint')}
          autoComplete="current-password"
          value={password}
          error={problem?.fieldError('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('data.showPassword') }}
        />
        {problem && problem.errors.length === 0 && <ProblemNotice error={problem} />}
        <div className={classes.actions}>
          <Button type="submit" color="red" loading={erase.isPending} disabled={typed.trim() !== name}>
            {t('data.eraseConfirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('data.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
