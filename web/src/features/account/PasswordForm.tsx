import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { useAccountChanges } from './queries';
import { t } from './words';

const nothing = { currentPassword: '', password: '' };

export function PasswordForm() {
  const [values, setValues] = useState(nothing);
  const { changePassword } = useAccountChanges();
  const problem = changePassword.error ? problemOf(changePassword.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changePassword.mutate(values, { onSuccess: () => setValues(nothing) });
  };
  const field = (name: keyof typeof values) => ({
    name,
    required: true,
    withAsterisk: false,
    value: values[name],
    error: problem?.fieldError(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((known) => ({ ...known, [name]: value }));
    },
    visibilityToggleButtonProps: { 'aria-label': t('field.showPassword') },
  });
  return (
    <form className={classes.form} onSubmit={submit}>
      <PasswordInput label={t('account.current')} autoComplete="current-password" {...field('currentPassword')} />
      <PasswordInput
        label={t('account.new')}
        description={t('field.passwordHint')}
        autoComplete="new-password"
        minLength={12}
        {...field('password')}
      />
      {problem && problem.errors.length === 0 && <ProblemNotice error={problem} />}
      <div className={classes.actions}>
        <Button type="submit" loading={changePassword.isPending}>
          {t('account.change')}
        </Button>
        <span role="status" className={classes.quiet}>
          {changePassword.isSuccess && t('account.changed')}
        </span>
      </div>
    </form>
  );
}
