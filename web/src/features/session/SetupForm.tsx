import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { FormProblem } from './FormProblem';
import { Gate } from './Gate';
import classes from './Gate.module.css';
import { useSetup } from './queries';
import { setupErrors } from './setup';
import { t } from './words';

export function SetupForm({ onDone }: { onDone: () => void }) {
  const setup = useSetup();
  const [values, setValues] = useState({ workspaceName: '', name: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const problem = setup.error ? problemOf(setup.error) : null;
  const local = tried ? setupErrors(values) : {};
  const field = (name: keyof typeof values) => ({
    name,
    required: true,
    withAsterisk: false,
    value: values[name],
    error: local[name] ?? problem?.fieldError(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((current) => ({ ...current, [name]: value }));
    },
  });
  return (
    <Gate title={t('setup.title')} lead={t('setup.lead')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.keys(setupErrors(values)).length === 0) setup.mutate(values, { onSuccess: onDone });
        }}
      >
        {problem && problem.errors.length === 0 && <FormProblem error={problem} />}
        <TextInput
          label={t('field.workspace')}
          description={t('field.workspaceHint')}
          autoComplete="organization"
          {...field('workspaceName')}
        />
        <TextInput label={t('field.name')} autoComplete="name" {...field('name')} />
        <TextInput label={t('field.email')} type="email" autoComplete="username" {...field('email')} />
        <PasswordInput
          label={t('field.password')}
          description={t('field.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
          {...field('password')}
        />
        <Button type="submit" size="sm" loading={setup.isPending} fullWidth>
          {t('setup.submit')}
        </Button>
      </form>
    </Gate>
  );
}
