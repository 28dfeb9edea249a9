import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { FormProblem } from './FormProblem';
import { Gate } from './Gate';
import classes from './Gate.module.css';
import { useAskReset } from './link-queries';
import { t } from './words';

/** Says the same whether or not the address has an account. */
export function ForgotForm() {
  const ask = useAskReset();
  const [email, setEmail] = useState('');
  return (
    <Gate title={t('forgot.title')} lead={t('forgot.lead')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(email.trim());
        }}
      >
        <FormProblem error={ask.error} />
        <p role="status">
          {ask.data && (ask.data.mailServer ? t('forgot.sent', { email: ask.variables }) : t('forgot.noMail'))}
        </p>
        <TextInput
          label={t('field.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" loading={ask.isPending} fullWidth>
          {t('forgot.submit')}
        </Button>
        <Link to="/sign-in">{t('forgot.back')}</Link>
      </form>
    </Gate>
  );
}
