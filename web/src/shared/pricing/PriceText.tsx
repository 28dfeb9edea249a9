import type { Fact } from '../api/types';
import { factText } from '../facts/values';
import classes from './Pricing.module.css';
import { t } from './words';

/** A price as a number we trust, else the words of the page, said to be no number; never an invented zero. */
export function PriceText({ fact }: { fact: Fact }) {
  const value = (fact.override ?? fact).value;
  if (typeof value.amountMinor === 'number') return <span className={classes.price}>{factText(fact, value)}</span>;
  return (
    <span>
      <q className={classes.words}>{value.text}</q>{' '}
      {!fact.override && <span className={classes.quiet}>({t('prices.unparsed')})</span>}
    </span>
  );
}
