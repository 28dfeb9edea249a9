import { useQuery } from '@tanstack/react-query';
import type { Provider } from '../../shared/api/types';
import { fromMicros } from '../../shared/format/money';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import classes from './Providers.module.css';
import { providerQueries } from './queries';
import { t } from './words';

const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What was asked of whom and what it cost, month by month (UTC). */
export function UsageByMonth({ providers }: { providers: Provider[] }) {
  const query = useQuery(providerQueries.usage());
  const nameOf = (id: string) => providers.find(({ provider }) => provider === id)?.name ?? id;
  return (
    <Panel title={t('usage.title')}>
      <QueryBoundary query={query}>
        {({ months }) =>
          months.length === 0 ? (
            <p className={classes.quiet}>{t('usage.none')}</p>
          ) : (
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('usage.month')}</th>
                  <th scope="col">{t('usage.provider')}</th>
                  <th scope="col" className={classes.number}>
                    {t('usage.calls')}
                  </th>
                  <th scope="col" className={classes.number}>
                    {t('usage.credits')}
                  </th>
                  <th scope="col" className={classes.number}>
                    {t('usage.cost')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {months.map((row) => (
                  <tr key={`${row.month} ${row.provider}`}>
                    <td>{monthName.format(new Date(row.month))}</td>
                    <td>{nameOf(row.provider)}</td>
                    <td className={classes.number}>{row.calls.toLocaleString('en')}</td>
                    <td className={classes.number}>{row.credits.toLocaleString('en')}</td>
                    <td className={classes.number}>{fromMicros(row.costMicros)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}
