import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

export const competitorQueries = {
  list: (q: string) =>
    queryOptions({
      queryKey: keys.competitorList(q),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200, ...(q && { q }) } }, signal })),
      placeholderData: keepPreviousData,
    }),
  overview: (id: string) =>
    queryOptions({
      queryKey: keys.competitorOverview(id),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/competitors/{id}/overview', { params: { path: { id } }, signal })),
      // The first visits end within seconds; the stream tells, and this covers a stream that is down.
      refetchInterval: 30_000,
    }),
};

export function useVisitNow() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/sources/{id}/visits', { params: { path: { id } } })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.competitorOverviews }),
  });
}
