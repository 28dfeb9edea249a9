import { useState } from 'react';
import { day } from '../../shared/format/time';
import { Select } from '../../shared/ui/Select';
import classes from './Compare.module.css';
import type { CompareSearch } from './comparison';
import { rateOf, ratesOf, ratesText } from './conversion';
import { t } from './words';

type Props = { currencies: string[]; search: CompareSearch; onSearch: (search: CompareSearch) => void };

/** In which currency amounts are shown besides their own, and the rates for it, which are the reader's: nobody is asked. */
export function CurrencyFields({ currencies, search, onSearch }: Props) {
  const { currency } = search;
  const rates = ratesOf(search.rates);
  if (currencies.length < 2 && currency === undefined) return null;
  const offered = [...new Set([...currencies, ...(currency ? [currency] : [])])].sort();
  const others = currency ? currencies.filter((each) => each !== currency) : [];
  const setRate = (of: string, worth: number | null) => {
    const { [of]: _, ...rest } = rates;
    const next = ratesText(worth === null ? rest : { ...rest, [of]: worth });
    onSearch({ ...search, rates: next, ratesOn: next && new Date().toISOString().slice(0, 10) });
  };
  return (
    <div className={classes.basis}>
      <Select
        label={t('compare.currency')}
        all={t('compare.currency.own')}
        value={currency}
        options={offered.map((value) => ({ value, label: t('compare.currency.in', { currency: value }) }))}
        // A rate is worth nothing in another currency.
        onChange={(next) => onSearch({ ...search, currency: next, rates: undefined, ratesOn: undefined })}
      />
      {currency &&
        others.map((from) => (
          <RateField key={`${from} ${currency}`} from={from} to={currency} rate={rates[from]} onRate={setRate} />
        ))}
      {currency && others.length > 0 && (
        <p>
          {search.rates && search.ratesOn
            ? t('compare.ratesYours', { date: day(`${search.ratesOn}T00:00:00Z`) })
            : t('compare.ratesMissing')}
        </p>
      )}
    </div>
  );
}

type RateProps = {
  from: string;
  to: string;
  rate: number | undefined;
  onRate: (of: string, worth: number | null) => void;
};

/** Keeps what is typed while it is no number yet; the address only ever holds rates. */
function RateField({ from, to, rate, onRate }: RateProps) {
  const [typed, setTyped] = useState(rate === undefined ? '' : String(rate));
  return (
    <label className={classes.seats}>
      {t('compare.rate', { from })}
      <input
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('compare.rateLabel', { from, to })}
        aria-invalid={typed.trim() !== '' && rateOf(typed) === null}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onRate(from, rateOf(event.currentTarget.value));
        }}
      />
      {to}
    </label>
  );
}
