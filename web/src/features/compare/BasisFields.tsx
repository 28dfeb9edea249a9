import { Select } from '../../shared/ui/Select';
import classes from './Compare.module.css';
import type { CompareSearch } from './comparison';
import { t } from './words';

type Props = { search: CompareSearch; onSearch: (search: CompareSearch) => void };

/** What all amounts are brought to, said in words above the table. */
export function BasisFields({ search, onSearch }: Props) {
  return (
    <div className={classes.basis}>
      <Select
        label={t('compare.period')}
        value={search.period}
        options={(['MONTH', 'YEAR'] as const).map((value) => ({ value, label: t(`compare.period.${value}`) }))}
        onChange={(period) => onSearch({ ...search, period: period ?? 'MONTH' })}
      />
      <label className={classes.seats}>
        {t('compare.seats')}
        <input
          type="number"
          min={1}
          max={100_000}
          value={search.seats}
          onChange={(event) => {
            const seats = event.currentTarget.valueAsNumber;
            if (Number.isInteger(seats) && seats >= 1 && seats <= 100_000) onSearch({ ...search, seats });
          }}
        />
      </label>
      <p>
        {t(search.currency ? 'compare.basisConverted' : 'compare.basis', {
          seats: t('compare.seatCount', { count: search.seats }),
          period: t(`compare.period.${search.period}`),
          currency: search.currency ?? '',
        })}
      </p>
    </div>
  );
}
