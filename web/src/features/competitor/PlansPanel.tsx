import type { Fact } from '../../shared/api/types';
import { t } from '../../shared/i18n/translate';
import { Panel } from '../../shared/ui/Panel';
import { plansOf } from './baseline';
import { PlanRow } from './PlanRow';
import classes from './rows.module.css';

export function PlansPanel({ facts }: { facts: Fact[] }) {
  const plans = plansOf(facts);
  return (
    <Panel title={t('competitor.plans')} note={t('competitor.plansNote')} flush>
      {plans.length === 0 ? (
        <p className={classes.empty}>{t('competitor.noPlans')}</p>
      ) : (
        <ul>
          {plans.map((plan) => (
            <PlanRow key={plan.name} plan={plan} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
