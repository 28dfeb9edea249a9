import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { keys } from '../api/keys';

/** What each plan has cost over time; of one competitor, or of all. */
export function priceHistory(competitorId?: string) {
  return queryOptions({
    queryKey: keys.priceHistory(competitorId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/facts/prices', { params: { query: competitorId ? { competitorId } : {} }, signal })),
  });
}
