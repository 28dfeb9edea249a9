import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import type { SignInMethods } from '../../shared/api/types';
import { FormProblem } from './FormProblem';
import { Gate } from './Gate';
import classes from './Gate.module.css';
import { useSignIn } from './queries';
import { language, problemText, t } from './signInWords';

type Props = {
  methods: SignInMethods;
  /** Where to go on after signing in. */
  back: string;
  /** What went wrong on the way through the provider. */
  problem?: string | undefined;
  onDone: () => void;
};

export function SignInForm({ methods, back, problem, onDone }: Props) {
  const provider = methods.provider ?? null;
  return (
    <Gate title={t('signIn.title')} lead={t('signIn.lead')} language={language}>
      <div className={classes.form}>
        {problem && (
          <p className={classes.error} role="alert">
            {problemText(problem, provider?.name ?? 'the identity provider')}
          </p>
        )}
        {provider && (
          <Button component="a" href={`${provider.startAt}?return=${encodeURIComponent(back)}`} size="sm" fullWidth>
            {t('signIn.with', { name: provider.name })}
          </Button>
        )}
        {provider && methods.password && <p className={classes.or}>{t('signIn.or')}</p>}
        {methods.password && <PasswordForm second={provider !== null} onDone={onDone} />}
      </div>
    </Gate>
  );
}

function PasswordForm({ second, onDone }: { second: boolean; onDone: () => void }) {
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const refused = signIn.error && problemOf(signIn.error).status === 401;
  return (
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
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <Button type="submit" size="sm" loading={signIn.isPending} fullWidth variant={second ? 'default' : 'filled'}>
        {t('signIn.submit')}
      </Button>
      <Link to="/forgot-password">{t('signIn.forgot')}</Link>
    </form>
  );
}
