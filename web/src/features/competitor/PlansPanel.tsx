import type { Fact } from '../../shared/api/types';
import { valueText } from '../../shared/format/value';
import { t } from '../../shared/i18n/translate';
import { Panel } from '../../shared/ui/Panel';
import { plansOf, priceLine } from './baseline';
import { Proof } from './Proof';
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
            <li key={plan.name} className={classes.fact}>
              <span className={classes.words}>
                <strong>{plan.name}</strong>
                {plan.prices.length > 0 && (
                  <span className={classes.quiet}>
                    {plan.others
                      .map((fact) => valueText(fact.value))
                      .filter((text) => text !== plan.name)
                      .join(' \u00b7 ')}
                  </span>
                )}
              </span>
              <span className={classes.price}>{priceLine(plan) || t('competitor.noPrice')}</span>
              <Proof fact={plan.prices[0] ?? plan.others[0]} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
