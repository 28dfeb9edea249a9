import { useState } from 'react';
import type { Fact, PriceSeries } from '../api/types';
import { TimeSeries } from '../charts/lazy';
import type { ChartEvent } from '../charts/TimeSeries';
import { Select } from '../ui/Select';
import { amountText, isYearly, priceLines, unitOf, unitsOf } from './history';
import classes from './Pricing.module.css';
import { unitText } from './units';
import { t } from './words';

type Props = {
  title: string;
  history: PriceSeries[];
  /** The facts behind the history: they tell when a plan ended. */
  facts: Fact[];
  events?: ChartEvent[];
  nameOf?: (series: PriceSeries) => string;
  /** How far the lines look back, in milliseconds since 1970; to the first price unless told. */
  from?: number;
};

const most = 7;

/** What plans have cost as step lines. One currency and period at a time: nothing is converted. */
export function PriceLines({ title, history, facts, events = [], nameOf = planName, from }: Props) {
  const units = unitsOf(history);
  const [chosen, setChosen] = useState<string>();
  const unit = units.includes(chosen ?? '') ? (chosen ?? '') : (units[0] ?? '');
  const drawn = history.filter((series) => unitOf(series) === unit);
  const others = history.length - drawn.length;
  return (
    <>
      {units.length > 1 && (
        <p className={classes.unit}>
          <Select
            label={t('prices.unit')}
            value={unit}
            options={units.map((value) => ({ value, label: unitText(value) }))}
            onChange={setChosen}
          />
        </p>
      )}
      <TimeSeries
        title={title}
        unit={unit ? unitText(unit) : ''}
        step
        until={Date.now()}
        series={priceLines(drawn.slice(0, most), facts, { nameOf, from })}
        events={drawn.length > 0 ? events : []}
        format={(amount) => amountText(amount, unit)}
        empty={t('prices.none')}
      />
      {drawn.length > most && <p className={classes.note}>{t('prices.atMost', { count: most })}</p>}
      {drawn.length > 0 && others > 0 && <p className={classes.note}>{t('prices.others', { count: others })}</p>}
    </>
  );
}

/** A plan under its name; what tells its several amounts apart stands behind it. */
export function planName(series: PriceSeries): string {
  if (isYearly(series)) return t('prices.yearlyName', { plan: series.plan });
  const apart = (series.field ?? 'amount').replace(/^amount-?/, '').replaceAll('-', ' ');
  return apart ? `${series.plan}, ${apart}` : series.plan;
}
