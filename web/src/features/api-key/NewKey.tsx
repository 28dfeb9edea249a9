import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ApiKeyScope, IssuedApiKey } from '../../shared/api/types';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { Select } from '../../shared/ui/Select';
import classes from './ApiKeys.module.css';
import { useApiKeyChanges } from './queries';
import { t } from './words';

const scopes = ['READ', 'WRITE', 'ADMIN'] as const satisfies ApiKeyScope[];
const terms = ['30', '90', '365', 'never'] as const;
type Term = (typeof terms)[number];

/** The form that makes a key. */
export function NewKey({ onIssued }: { onIssued: (issued: IssuedApiKey) => void }) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ApiKeyScope>('READ');
  const [term, setTerm] = useState<Term>('90');
  const { create } = useApiKeyChanges();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const life = term === 'never' ? { neverExpires: true } : { expiresInDays: Number(term) };
    create.mutate(
      { name, scope, ...life },
      {
        onSuccess: (issued) => {
          setName('');
          onIssued(issued);
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('keys.create')}>
      <div className={classes.fields}>
        <TextInput
          required
          maxLength={100}
          autoComplete="off"
          label={t('keys.name')}
          description={t('keys.nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={classes.field}>
          <span aria-hidden>{t('keys.scope')}</span>
          <Select
            label={t('keys.scope')}
            value={scope}
            options={scopes.map((value) => ({ value, label: t(`keys.scope.${value}`) }))}
            onChange={(next = 'READ') => setScope(next)}
          />
        </div>
        <div className={classes.field}>
          <span aria-hidden>{t('keys.term')}</span>
          <Select
            label={t('keys.term')}
            value={term}
            options={terms.map((value) => ({
              value,
              label: value === 'never' ? t('keys.never') : t('keys.days', { days: value }),
            }))}
            onChange={(next = '90') => setTerm(next)}
          />
        </div>
      </div>
      {create.error && <ProblemNotice error={create.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={create.isPending}>
          {t('keys.add')}
        </Button>
      </div>
    </form>
  );
}
