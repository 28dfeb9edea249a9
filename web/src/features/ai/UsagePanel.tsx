import { useQuery } from '@tanstack/react-query';
import type { AiUsagePage } from '../../shared/api/types';
import { fromMicros } from '../../shared/format/money';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Scroll } from '../../shared/ui/Scroll';
import classes from './Ai.module.css';
import { aiQueries } from './queries';
import { t } from './words';

const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const tokens = (count: number) => count.toLocaleString('en');

/** What was asked and what it cost: month by month, and the latest calls. All tokens, all money in US dollars. */
export function UsagePanel() {
  const usage = useQuery(aiQueries.usage());
  return (
    <Panel title={t('ai.usage')} note={t('ai.usageNote')}>
      <QueryBoundary query={usage}>
        {(found) =>
          found.items.length === 0 ? (
            <p className={classes.quiet}>{t('ai.usageNone')}</p>
          ) : (
            <>
              <Months months={found.months} />
              <Latest items={found.items} />
            </>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function Months({ months }: Pick<AiUsagePage, 'months'>) {
  return (
    <Scroll label={t('ai.byMonth')} className={classes.scroll}>
      <table className={classes.table}>
        <caption>{t('ai.byMonth')}</caption>
        <Head first={t('usage.month')} second={t('usage.calls')} last={t('ai.export')} />
        <tbody>
          {months.map((row) => (
            <tr key={`${row.month} ${row.feature} ${row.model}`}>
              <td>{monthName.format(new Date(row.month))}</td>
              <td>
                {t(`account.${row.feature}`)}, {row.model}
              </td>
              <td className={classes.number}>{tokens(row.calls)}</td>
              <Tokens of={row} />
              <td className={classes.number}>
                <a href={`/api/v1/ai/usage/export?month=${row.month.slice(0, 7)}`} download>
                  {t('ai.csv')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Latest({ items }: Pick<AiUsagePage, 'items'>) {
  return (
    <Scroll label={t('ai.latest')} className={classes.scroll}>
      <table className={classes.table}>
        <caption>{t('ai.latest')}</caption>
        <Head first={t('ai.when')} second={t('ai.outcome')} last={t('ai.took')} />
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <td>
                <RelativeTime at={row.at} />
              </td>
              <td>
                {t(`account.${row.feature}`)}, {row.model}
              </td>
              <td className={classes.number}>{row.outcome}</td>
              <Tokens of={row} />
              <td className={classes.number}>{t('ai.seconds', { seconds: (row.latencyMs / 1000).toFixed(1) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Head({ first, second, last }: { first: string; second: string; last: string }) {
  const numbers = [second, t('ai.in'), t('ai.cached'), t('ai.out'), t('ai.reasoning'), t('ai.cost'), last];
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{t('ai.askedFor')}</th>
        {numbers.map((label) => (
          <th scope="col" key={label} className={classes.number}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type Counted = Pick<
  AiUsagePage['items'][number],
  'inputTokens' | 'cachedTokens' | 'outputTokens' | 'reasoningTokens' | 'costMicros'
>;

function Tokens({ of }: { of: Counted }) {
  return (
    <>
      <td className={classes.number}>{tokens(of.inputTokens)}</td>
      <td className={classes.number}>{tokens(of.cachedTokens)}</td>
      <td className={classes.number}>{tokens(of.outputTokens)}</td>
      <td className={classes.number}>{tokens(of.reasoningTokens)}</td>
      <td className={classes.number}>{fromMicros(of.costMicros)}</td>
    </>
  );
}
