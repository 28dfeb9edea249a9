import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import { currentSession } from '../../shared/api/session';
import type { InvitationPreview } from '../../shared/api/types';
import { Skeleton } from '../../shared/ui/Skeleton';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { FormProblem } from './FormProblem';
import { Gate } from './Gate';
import classes from './Gate.module.css';
import { linkQueries, useJoin } from './link-queries';
import { t } from './words';

type Props = { token: string; onDone: () => void };

/** What an invitation's link opens. */
export function JoinForm({ token, onDone }: Props) {
  const invited = useQuery(linkQueries.invited(token));
  if (invited.data) return <Join token={token} onDone={onDone} invited={invited.data} />;
  if (!invited.error) {
    return (
      <Gate title={t('join.wait')} lead="">
        <Skeleton />
      </Gate>
    );
  }
  const over = problemOf(invited.error).status === 410;
  return (
    <Gate title={t('join.over')} lead={over ? t('join.overLead') : ''}>
      {!over && <FormProblem error={invited.error} />}
      <Link to="/sign-in">{t('forgot.back')}</Link>
    </Gate>
  );
}

function Join({ token, onDone, invited }: Props & { invited: InvitationPreview }) {
  const join = useJoin(token);
  const session = useQuery(currentSession());
  const [values, setValues] = useState({ name: '', password: '' });
  const { email, accountExists: known } = invited;
  const proven = known && session.data?.member.email === email;
  const problem = join.error ? problemOf(join.error) : null;
  const field = (name: keyof typeof values) => ({
    name,
    required: true,
    withAsterisk: false,
    value: values[name],
    error: problem?.fieldError(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((current) => ({ ...current, [name]: value }));
    },
  });
  const lead = t('join.lead', { name: invited.invitedBy, role: t(`role.${invited.role}`) });
  return (
    <Gate title={t('join.title', { workspace: invited.workspace })} lead={lead}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const answer = known ? { password: values.password } : values;
          join.mutate(proven ? {} : answer, { onSuccess: onDone });
        }}
      >
        {problem && problem.errors.length === 0 && <FormProblem error={problem} />}
        <p>{known && !proven ? t('join.known', { email }) : t('join.as', { email })}</p>
        {!known && <TextInput label={t('field.name')} autoComplete="name" {...field('name')} />}
        {!proven && (
          <PasswordInput
            label={t('field.password')}
            {...(known ? {} : { description: t('field.passwordHint'), minLength: 12 })}
            autoComplete={known ? 'current-password' : 'new-password'}
            visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
            {...field('password')}
          />
        )}
        <Button type="submit" size="sm" loading={join.isPending} fullWidth>
          {t('join.submit')}
        </Button>
      </form>
    </Gate>
  );
}
