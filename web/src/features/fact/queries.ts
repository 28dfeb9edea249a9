import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { FactSearch } from './kinds';

const pageSize = 50;

export const factQueries = {
  list: (competitorId: string, { kind, ended }: FactSearch) =>
    infiniteQueryOptions({
      queryKey: keys.factList({ competitorId, kind, ended }),
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/facts', {
            params: {
              query: {
                competitorId,
                kind,
                current: !ended,
                limit: pageSize,
                ...(pageParam && { cursor: pageParam }),
              },
            },
            signal,
          }),
        ),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor || undefined,
    }),
  lineage: (id: string) =>
    queryOptions({
      queryKey: keys.factLineage(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/facts/{id}/lineage', { params: { path: { id } }, signal })),
    }),
  overrides: (id: string) =>
    queryOptions({
      queryKey: keys.factOverrides(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/facts/{id}/overrides', { params: { path: { id } }, signal })),
    }),
};
