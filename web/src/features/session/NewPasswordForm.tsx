import { Button, PasswordInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { FormProblem } from './FormProblem';
import { Gate } from './Gate';
import classes from './Gate.module.css';
import { useNewPassword } from './link-queries';
import { t } from './words';

/** What the link of a forgotten password opens. */
export function NewPasswordForm({ token }: { token: string }) {
  const set = useNewPassword(token);
  const [password, setPassword] = useState('');
  const problem = set.error ? problemOf(set.error) : null;
  if (set.isSuccess) {
    return (
      <Gate title={t('reset.done')} lead="">
        <Link to="/sign-in">{t('signIn.submit')}</Link>
      </Gate>
    );
  }
  return (
    <Gate title={t('reset.title')} lead={t('reset.lead')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(password);
        }}
      >
        {problem && problem.errors.length === 0 && <FormProblem error={problem} />}
        <PasswordInput
          label={t('field.password')}
          description={t('field.passwordHint')}
          name="password"
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={12}
          value={password}
          error={problem?.fieldError('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
        />
        <Button type="submit" size="sm" loading={set.isPending} fullWidth>
          {t('reset.submit')}
        </Button>
        {problem?.status === 410 && <Link to="/forgot-password">{t('forgot.title')}</Link>}
      </form>
    </Gate>
  );
}
