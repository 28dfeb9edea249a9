import { useQueries, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Competitor } from '../../shared/api/types';
import { allFacts } from '../../shared/facts/all';
import type { Basis } from '../../shared/pricing/normalise';
import type { Column, Row, Topic } from './comparison';
import { featureRows } from './features';
import { hiringRows } from './hiring';
import { ownColumn, pricingRows } from './pricing';

const kinds = { pricing: 'PRICE', features: 'FEATURE', hiring: 'JOB_OPENING' } as const;

/** The facts of all chosen companies, asked for at once, as rows; our own plans stand last when we have told any. */
export function useComparison(topic: Topic, chosen: Competitor[], basis: Basis) {
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
  const rows: Record<Topic, () => Row[]> = {
    pricing: () => pricingRows(columns, basis),
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
