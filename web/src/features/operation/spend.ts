import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { ProviderUsagePage } from '../../shared/api/types';

const calls = 200;

export type Spent = { micros: number; complete: boolean };

/** What the providers cost today, by the newest calls; `complete` is false where today had more than were read. */
export function spentOnProviders({ items }: Pick<ProviderUsagePage, 'items'>, now: Date): Spent {
  const today = now.toISOString().slice(0, 10);
  const ofToday = items.filter(({ startedAt }) => startedAt.startsWith(today));
  return {
    micros: ofToday.reduce((sum, { costMicros }) => sum + costMicros, 0),
    complete: ofToday.length < calls,
  };
}

export const spendQueries = {
  providers: () =>
    queryOptions({
      queryKey: [...keys.providerUsage, 'newest'],
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/provider-usage', { params: { query: { limit: calls } }, signal })),
      refetchInterval: 60_000,
    }),
  model: () =>
    queryOptions({
      queryKey: keys.aiBudgets,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/ai/budgets', { signal })),
      refetchInterval: 60_000,
    }),
};
