import { Button, TextInput } from '@mantine/core';
import { Panel } from '../../shared/ui/Panel';
import { Select } from '../../shared/ui/Select';
import classes from './Company.module.css';
import { amountMinor, type PlanDraft, periods } from './draft';
import { t } from './words';

const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'INR'];
const most = 20;

type Props = { plans: PlanDraft[]; onChange: (plans: PlanDraft[]) => void };

/** Our plans and prices; without an amount a plan is on request. */
export function PlanFields({ plans, onChange }: Props) {
  const change = (key: number, part: Partial<PlanDraft>) =>
    onChange(plans.map((plan) => (plan.key === key ? { ...plan, ...part } : plan)));
  const add = () =>
    onChange([
      ...plans,
      {
        key: 1 + Math.max(-1, ...plans.map(({ key }) => key)),
        name: '',
        amount: '',
        currency: plans.at(-1)?.currency ?? 'USD',
        period: 'MONTH',
        includes: '',
      },
    ]);
  return (
    <Panel title={t('company.plans')} note={t('company.plansHelp')}>
      <div className={classes.stack}>
        {plans.length === 0 && <p className={classes.quiet}>{t('company.noPlans')}</p>}
        {plans.map((plan, index) => (
          <fieldset key={plan.key} className={classes.plan}>
            <legend className="sr-only">{t('company.plan', { number: index + 1 })}</legend>
            <TextInput
              label={t('company.planName')}
              maxLength={80}
              value={plan.name}
              onChange={(event) => change(plan.key, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t('company.amount')}
              inputMode="decimal"
              error={amountMinor(plan) === undefined && t('providers.noAmount')}
              value={plan.amount}
              onChange={(event) => change(plan.key, { amount: event.currentTarget.value })}
            />
            <Select
              label={t('company.currency')}
              value={plan.currency}
              options={[...new Set([plan.currency, ...currencies])].map((value) => ({ value, label: value }))}
              onChange={(currency = 'USD') => change(plan.key, { currency })}
            />
            <Select
              label={t('company.period')}
              value={plan.period}
              options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
              onChange={(period = 'MONTH') => change(plan.key, { period })}
            />
            <TextInput
              className={classes.wide ?? ''}
              label={t('company.includes')}
              maxLength={300}
              value={plan.includes}
              onChange={(event) => change(plan.key, { includes: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              color="red"
              aria-label={t('company.removePlan', { name: plan.name || String(index + 1) })}
              onClick={() => onChange(plans.filter(({ key }) => key !== plan.key))}
            >
              {t('action.remove')}
            </Button>
          </fieldset>
        ))}
        {plans.length < most && (
          <Button variant="default" className={classes.add ?? ''} onClick={add}>
            {t('company.addPlan')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
