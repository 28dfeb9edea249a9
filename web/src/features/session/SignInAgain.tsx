import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import type { Session } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { FormProblem } from './FormProblem';
import classes from './Gate.module.css';
import { sessionQueries, useSignInAgain } from './queries';
import { t } from './signInWords';

type Props = { session: Session; onOther: () => void };

/** Over the page whose session has ended: the page stays as it is, with what was typed into it. */
export function SignInAgain({ session, onOther }: Props) {
  const methods = useQuery(sessionQueries.methods());
  const signIn = useSignInAgain(session);
  const [password, setPassword] = useState('');
  const provider = methods.data?.provider ?? null;
  const refused = signIn.error && problemOf(signIn.error).status === 401;
  return (
    <Dialog title={t('again.title')} required onClose={() => undefined}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate(password);
        }}
      >
        <p>{t('again.lead')}</p>
        <p>{t('again.as', { email: session.member.email })}</p>
        {refused ? (
          <p className={classes.error} role="alert">
            {t(signIn.variables === null ? 'again.notYet' : 'signIn.refused')}
          </p>
        ) : (
          <FormProblem error={signIn.error} />
        )}
        {provider && (
          <>
            <Button
              component="a"
              href={`${provider.startAt}?return=%2F`}
              target="_blank"
              rel="noopener"
              variant="default"
              fullWidth
            >
              {t('again.newTab', { name: provider.name })}
            </Button>
            <Button loading={signIn.isPending} onClick={() => signIn.mutate(null)} fullWidth>
              {t('again.back')}
            </Button>
          </>
        )}
        {methods.data?.password && (
          <>
            <input type="hidden" name="email" autoComplete="username" value={session.member.email} readOnly />
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
            <Button type="submit" loading={signIn.isPending} fullWidth>
              {t('signIn.submit')}
            </Button>
          </>
        )}
        <Button variant="subtle" onClick={onOther} fullWidth>
          {t('again.other')}
        </Button>
      </form>
    </Dialog>
  );
}
