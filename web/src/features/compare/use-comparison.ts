import { useQueries, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Competitor } from '../../shared/api/types';
import { allFacts } from '../../shared/facts/all';
import type { Column, CompareSearch, Row, Topic } from './comparison';
import { ratesOf } from './conversion';
import { featureRows } from './features';
import { hiringRows } from './hiring';
import { ownColumn, pricingRows } from './pricing';

const kinds = { pricing: 'PRICE', features: 'FEATURE', hiring: 'JOB_OPENING' } as const;

/** The facts of all chosen companies, asked for at once, as rows; our own plans stand last when we have told any. */
export function useComparison(topic: Topic, chosen: Competitor[], search: CompareSearch) {
  const answers = useQueries({
    queries: chosen.map(({ id }) => allFacts({ competitorId: id, kind: kinds[topic], current: true })),
  });
  const profile = useQuery({
    queryKey: keys.companyProfile,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/company-profile', { signal })),
    enabled: topic === 'pricing',
  });
  const isComplete = answers.every(({ data }) => data !== undefined);
  const columns: Column[] = chosen.map(({ id, name }, index) => ({
    id,
    name,
    facts: answers[index]?.data?.items ?? [],
  }));
  const own = profile.data?.profile;
  if (topic === 'pricing' && own && own.plans.length > 0) columns.push(ownColumn(own));
  const { period, seats, currency, rates, ratesOn } = search;
  const conversion = currency ? { currency, rates: ratesOf(rates), ratesOn } : undefined;
  const rows: Record<Topic, () => Row[]> = {
    pricing: () => pricingRows(columns, { period, seats, conversion }),
    features: () => featureRows(columns),
    hiring: () => hiringRows(columns, Date.now()),
  };
  return {
    data: isComplete ? { columns, rows: rows[topic]() } : undefined,
    error: answers.find(({ error }) => error)?.error ?? null,
    isFetching: answers.some(({ isFetching }) => isFetching),
    refetch: () => Promise.all(answers.map(({ refetch }) => refetch())),
  };
}
