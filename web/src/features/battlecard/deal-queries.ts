import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

export const dealQueries = {
  summary: (competitorId: string) =>
    queryOptions({
      queryKey: keys.dealOutcomesOf(competitorId),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/deal-outcomes/summary', { params: { query: { competitorId } }, signal })),
    }),
  list: (competitorId: string) =>
    infiniteQueryOptions({
      queryKey: keys.dealOutcomeList(competitorId),
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/deal-outcomes', {
            params: { query: { competitorId, limit: 50, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        ),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
};

export function useDealChanges(competitorId: string) {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.dealOutcomes });
  return {
    preview: useMutation({
      mutationFn: (csv: string) => unwrap(api.POST('/api/v1/deal-outcomes/preview', { body: { csv, competitorId } })),
    }),
    importAll: useMutation({
      mutationFn: (csv: string) => unwrap(api.POST('/api/v1/deal-outcomes/import', { body: { csv, competitorId } })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/deal-outcomes/{id}', { params: { path: { id } } })),
      onSuccess,
    }),
  };
}
