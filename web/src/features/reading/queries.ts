import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

const whileRunning = 1000;

export const readingQueries = {
  latest: () =>
    queryOptions({
      queryKey: [...keys.reprocessings, 'latest'],
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reprocessings', { signal })),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: keys.reprocessing(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reprocessings/{id}', { params: { path: { id } }, signal })),
      refetchInterval: ({ state: { data } }) => (data && data.done < data.sources ? whileRunning : false),
    }),
  sourceNames: () =>
    queryOptions({
      queryKey: keys.sourceNames,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sources', { params: { query: { limit: 200 } }, signal })),
    }),
};

/** Starts a run over one page, or over all of them. */
export function useStartReading(sourceId: string | undefined) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (dryRun: boolean) =>
      unwrap(api.POST('/api/v1/reprocessings', { body: { ...(sourceId && { sourceId }), dryRun } })),
    onSuccess: (run) => {
      queryClient.setQueryData(keys.reprocessing(run.id), run);
      return queryClient.invalidateQueries({ queryKey: [...keys.reprocessings, 'latest'] });
    },
  });
}
