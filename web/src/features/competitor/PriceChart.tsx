import { useQuery } from '@tanstack/react-query';
import { allFacts } from '../../shared/facts/all';
import { PriceLines } from '../../shared/pricing/PriceLines';
import { priceHistory } from '../../shared/pricing/queries';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Skeleton } from '../../shared/ui/Skeleton';
import { sinceOf } from './activity';
import { dossierQueries } from './queries';
import type { Range } from './tabs';
import { t } from './words';

const mostEvents = 6;

/** What the plans have cost, with the signals about prices above the lines. */
export function PriceChart({ competitorId, range }: { competitorId: string; range: Range }) {
  const history = useQuery(priceHistory(competitorId));
  const facts = useQuery(allFacts({ competitorId, kind: 'PRICE' }));
  const since = sinceOf(range, Date.now());
  const signals = useQuery(dossierQueries.signals(competitorId, since));
  const events = (signals.data?.items ?? [])
    .filter(({ category }) => category === 'PRICING')
    .slice(0, mostEvents)
    .map(({ id, headline, occurredAt, detectedAt }) => ({
      at: Date.parse(occurredAt ?? detectedAt),
      label: headline,
      signalId: id,
    }))
    .sort((a, b) => a.at - b.at);
  // Marks and their words make the chart higher: it is drawn once all of it is known.
  if (facts.isLoading || signals.isLoading) return <Skeleton />;
  return (
    <QueryBoundary query={history}>
      {(series) => (
        <PriceLines
          title={t('prices.title')}
          history={series}
          facts={facts.data?.items ?? []}
          events={events}
          from={Date.parse(since)}
        />
      )}
    </QueryBoundary>
  );
}
