import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AiAccount } from '../../shared/api/types';
import { fromMicros, toMicros } from '../../shared/format/money';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './Ai.module.css';
import { aiQueries, useAiChanges } from './queries';

/** What questions may cost and have cost, for the workspace and for each thing a model is asked for. */
export function BudgetsPanel() {
  const budgets = useQuery(aiQueries.budgets());
  return (
    <Panel title={t('ai.budgets')}>
      <QueryBoundary query={budgets}>
        {({ accounts, priced }) => (
          <>
            <p className={classes.quiet}>{priced ? t('ai.budgetsHelp') : t('ai.unpriced')}</p>
            <div className={classes.accounts}>
              {accounts.map((account) => (
                <Account key={`${account.account} ${account.dayMicros} ${account.monthMicros}`} account={account} />
              ))}
            </div>
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function Account({ account }: { account: AiAccount }) {
  const { saveBudgets } = useAiChanges();
  const [day, setDay] = useState(String(account.dayMicros / 1e6));
  const [month, setMonth] = useState(String(account.monthMicros / 1e6));
  const dayMicros = toMicros(day);
  const monthMicros = toMicros(month);
  const name = t(`account.${account.account}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dayMicros === null || monthMicros === null) return;
    saveBudgets.mutate({ accounts: [{ account: account.account, dayMicros, monthMicros }] });
  };
  return (
    <form className={classes.account} aria-label={name} onSubmit={submit}>
      <h3>{name}</h3>
      <Spent label={t('ai.today')} spent={account.day} most={account.dayMicros} />
      <TextInput
        required
        inputMode="decimal"
        label={t('ai.perDay')}
        error={dayMicros === null && t('providers.noAmount')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Spent label={t('ai.thisMonth')} spent={account.month} most={account.monthMicros} />
      <TextInput
        required
        inputMode="decimal"
        label={t('ai.perMonth')}
        error={monthMicros === null && t('providers.noAmount')}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      {saveBudgets.error && <ProblemNotice error={saveBudgets.error} />}
      <div className={classes.actions}>
        <Button type="submit" variant="default" loading={saveBudgets.isPending}>
          {t('providers.saveBudget')}
        </Button>
        <span role="status" className={classes.quiet}>
          {saveBudgets.isSuccess && t('providers.saved')}
        </span>
      </div>
    </form>
  );
}

function Spent({ label, spent, most }: { label: string; spent: AiAccount['day']; most: number }) {
  const gone = spent.spentMicros + spent.reservedMicros;
  const words = t('ai.spent', { spent: fromMicros(spent.spentMicros), left: fromMicros(Math.max(0, most - gone)) });
  return (
    <div className={classes.spent}>
      <span>{label}</span>
      <meter min={0} max={Math.max(most, 1)} value={Math.min(gone, most)} aria-label={label} />
      <span className={classes.quiet}>
        {words}
        {spent.reservedMicros > 0 && ` ${t('providers.reserved', { amount: fromMicros(spent.reservedMicros) })}`}
      </span>
    </div>
  );
}
