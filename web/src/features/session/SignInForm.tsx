import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { FormProblem } from './FormProblem';
import { Gate } from './Gate';
import classes from './Gate.module.css';
import { useSignIn } from './queries';
import { t } from './words';

export function SignInForm({ onDone }: { onDone: () => void }) {
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const refused = signIn.error && problemOf(signIn.error).status === 401;
  return (
    <Gate title={t('signIn.title')} lead={t('signIn.lead')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ email, password }, { onSuccess: onDone });
        }}
      >
        {refused ? (
          <p className={classes.error} role="alert">
            {t('signIn.refused')}
          </p>
        ) : (
          <FormProblem error={signIn.error} />
        )}
        <TextInput
          label={t('field.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('field.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
        />
        <Button type="submit" size="sm" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
        <Link to="/forgot-password">{t('forgot.title')}</Link>
      </form>
    </Gate>
  );
}
