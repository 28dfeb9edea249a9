import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { keys } from './keys';

/** A competitor without what is known of it. */
export function competitorById(id: string) {
  return queryOptions({
    queryKey: keys.competitor(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors/{id}', { params: { path: { id } }, signal })),
  });
}

/** Whom the workspace watches, at most 200. */
export function competitorList() {
  return queryOptions({
    queryKey: keys.competitorList(''),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200 } }, signal })),
  });
}
