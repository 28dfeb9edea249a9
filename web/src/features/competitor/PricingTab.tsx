import { useQuery } from '@tanstack/react-query';
import type { Fact } from '../../shared/api/types';
import { ExportLinks } from '../../shared/export/ExportLinks';
import { allFacts } from '../../shared/facts/all';
import { Proof } from '../../shared/facts/Proof';
import { day } from '../../shared/format/time';
import { PriceText } from '../../shared/pricing/PriceText';
import { termTexts } from '../../shared/pricing/terms';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Scroll } from '../../shared/ui/Scroll';
import { plainFirst, plansOf } from './baseline';
import classes from './CompetitorFrame.module.css';
import { PlansPanel } from './PlansPanel';
import { PriceChart } from './PriceChart';
import { competitorQueries } from './queries';
import { RangeChoice } from './RangeChoice';
import type { Range } from './tabs';
import { t } from './words';

type Props = { id: string; range: Range; onRange: (range: Range) => void };

export function PricingTab({ id, range, onRange }: Props) {
  const overview = useQuery(competitorQueries.overview(id));
  const prices = useQuery(allFacts({ competitorId: id, kind: 'PRICE', current: true }));
  return (
    <div className={classes.stack} data-in-order>
      <Panel title={t('prices.title')} actions={<RangeChoice range={range} onRange={onRange} />}>
        <PriceChart competitorId={id} range={range} />
      </Panel>
      <Panel
        title={t('terms.title')}
        actions={<ExportLinks path="/facts/prices/export" query={{ competitorId: id }} label={t('export.prices')} />}
        flush
      >
        <QueryBoundary query={prices}>{({ items }) => <Terms prices={items} />}</QueryBoundary>
      </Panel>
      <PlansPanel competitorId={id} facts={overview.data?.plans ?? []} />
    </div>
  );
}

function Terms({ prices }: { prices: Fact[] }) {
  if (prices.length === 0) return <p className={classes.more}>{t('competitor.noPlans')}</p>;
  const rows = plansOf(prices).flatMap(({ prices: each }) => plainFirst(each));
  return (
    <Scroll label={t('terms.title')} className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('terms.plan')}</th>
            <th scope="col">{t('terms.price')}</th>
            <th scope="col">{t('terms.includes')}</th>
            <th scope="col">{t('terms.since')}</th>
            <th scope="col">{t('terms.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((fact) => (
            <tr key={fact.id}>
              <th scope="row">{fact.subject}</th>
              <td>
                <PriceText fact={fact} />
              </td>
              <td className={classes.quiet}>{termTexts(fact).join(' \u00b7 ') || '\u2013'}</td>
              <td className={classes.quiet}>{fact.validFrom ? day(fact.validFrom) : '\u2013'}</td>
              <td>
                <Proof fact={fact} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
