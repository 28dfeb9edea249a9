import type { Fact } from '../../shared/api/types';
import { ExportLinks } from '../../shared/export/ExportLinks';
import { Panel } from '../../shared/ui/Panel';
import { plansOf } from './baseline';
import { PlanRow } from './PlanRow';
import classes from './rows.module.css';
import { t } from './words';

type Props = { competitorId: string; facts: Fact[] };

export function PlansPanel({ competitorId, facts }: Props) {
  const plans = plansOf(facts);
  return (
    <Panel
      title={t('competitor.plans')}
      note={t('competitor.plansNote')}
      actions={
        plans.length > 0 && (
          <ExportLinks path="/facts/prices/export" query={{ competitorId }} label={t('export.prices')} />
        )
      }
      flush
    >
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
