import { ActionIcon } from '@mantine/core';
import { PencilIcon } from '@primer/octicons-react';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import { OverrideFact } from '../../shared/facts/OverrideFact';
import { Proof } from '../../shared/facts/Proof';
import { factText } from '../../shared/facts/values';
import { valueText } from '../../shared/format/value';
import { type Plan, plainFirst, priceLine } from './baseline';
import classes from './rows.module.css';
import { t } from './words';

/** A plan with its prices; what a person says of the price stands first, what was read beside it. */
export function PlanRow({ plan }: { plan: Plan }) {
  const mayEdit = useMayEdit();
  const [isOpen, setOpen] = useState(false);
  const prices = plainFirst(plan.prices);
  const price = prices[0];
  const overridden = prices.filter((fact) => fact.override);
  return (
    <li className={classes.fact}>
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
        {overridden.map((fact) => (
          <span key={fact.id} className={classes.quiet}>
            {t('override.beside', { value: factText(fact), note: fact.override?.note ?? '' })}
          </span>
        ))}
      </span>
      <span className={classes.price}>{priceLine(plan) || t('competitor.noPrice')}</span>
      <span className={classes.when}>
        <Proof fact={price ?? plan.others[0]} />
        {mayEdit && price && (
          <ActionIcon
            title={t('override.open')}
            aria-label={t('override.of', { subject: plan.name })}
            onClick={() => setOpen(true)}
          >
            <PencilIcon size={16} aria-hidden />
          </ActionIcon>
        )}
      </span>
      {isOpen && price && <OverrideFact facts={prices} onClose={() => setOpen(false)} />}
    </li>
  );
}
