import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Sparkline } from '../../shared/charts/lazy';
import { Proof } from '../../shared/facts/Proof';
import { day } from '../../shared/format/time';
import { valueText } from '../../shared/format/value';
import { amountText, pointValue, unitOf } from '../../shared/pricing/history';
import { planName } from '../../shared/pricing/PriceLines';
import { PriceText } from '../../shared/pricing/PriceText';
import { FactMove } from '../../shared/ui/FactMove';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './PriceTracker.module.css';
import type { TrackedPlan } from './tracker';
import { t } from './words';

/** The plans with what they cost now, how that came to be, and the words it was read from. */
export function PlanTable({ plans, empty }: { plans: TrackedPlan[]; empty: ReactNode }) {
  if (plans.length === 0) return empty;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('tracker.competitor')}</th>
          <th scope="col">{t('tracker.plan')}</th>
          <th scope="col">{t('tracker.price')}</th>
          <th scope="col">{t('tracker.move')}</th>
          <th scope="col">{t('tracker.course')}</th>
          <th scope="col">{t('tracker.proof')}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PlanRow key={plan.key} plan={plan} />
        ))}
      </tbody>
    </table>
  );
}

function PlanRow({ plan: { competitor, series, fact, move } }: { plan: TrackedPlan }) {
  const latest = series.points.at(-1);
  const unit = unitOf(series) ?? '';
  const amounts = series.points.flatMap(({ amountMinor }) => (typeof amountMinor === 'number' ? [amountMinor] : []));
  const since = series.points[0]?.at;
  return (
    <tr>
      <td>
        {series.competitorId && (
          <Link to="/competitors/$id/pricing" params={{ id: series.competitorId }} search={{}}>
            {competitor}
          </Link>
        )}
      </td>
      <th scope="row">{planName(series)}</th>
      <td>{fact ? <PriceText fact={fact} /> : latest && valueText(pointValue(series, latest))}</td>
      <td data-label={t('tracker.move')}>
        {move ? (
          <span className={classes.move}>
            <FactMove change={move} /> <RelativeTime at={move.at} />
          </span>
        ) : (
          <span className={classes.quiet}>{since && t('tracker.steady', { date: day(since) })}</span>
        )}
      </td>
      <td className={classes.course}>
        {amounts.length > 1 && (
          <Sparkline
            title={t('tracker.courseOf', { plan: planName(series) })}
            unit={t('tracker.courseUnit')}
            values={amounts}
            format={(amount) => amountText(amount, unit)}
          />
        )}
      </td>
      <td>
        <Proof fact={fact} />
      </td>
    </tr>
  );
}
