import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Provider } from '../../shared/api/types';
import { toMicros } from '../../shared/format/money';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import classes from './Providers.module.css';
import { useProviderChanges } from './queries';
import { t } from './words';

/** What a provider may cost; a call that would cost more is not made. */
export function BudgetForm({ provider }: { provider: Provider }) {
  const [month, setMonth] = useState(String(provider.budget.monthMicros / 1e6));
  const [source, setSource] = useState(String(provider.budget.sourceMicros / 1e6));
  const { saveBudget } = useProviderChanges(provider);
  const monthMicros = toMicros(month);
  const sourceMicros = toMicros(source);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (monthMicros !== null && sourceMicros !== null) saveBudget.mutate({ monthMicros, sourceMicros });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        required
        inputMode="decimal"
        label={t('providers.perMonth')}
        error={monthMicros === null && t('providers.noAmount')}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <TextInput
        required
        inputMode="decimal"
        label={t('providers.perSource')}
        error={sourceMicros === null && t('providers.noAmount')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      {saveBudget.error && <ProblemNotice error={saveBudget.error} />}
      <div className={classes.actions}>
        <Button type="submit" variant="default" loading={saveBudget.isPending}>
          {t('providers.saveBudget')}
        </Button>
        <span role="status" className={classes.quiet}>
          {saveBudget.isSuccess && t('providers.saved')}
        </span>
      </div>
    </form>
  );
}
