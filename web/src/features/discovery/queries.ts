import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Discovery, TrackCompetitor } from '../../shared/api/types';

export const discoveryQueries = {
  one: (id: string) =>
    queryOptions({
      queryKey: keys.discovery(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/discoveries/{id}', { params: { path: { id } }, signal })),
      // The stream tells of each finding; asking now and then covers a stream that is down.
      refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? 3000 : false),
    }),
  packs: ({ id, state }: Discovery) =>
    queryOptions({
      queryKey: keys.discoveryPacks(id, state),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/source-packs', { params: { query: { discoveryId: id } }, signal })),
      placeholderData: keepPreviousData,
    }),
  providers: () =>
    queryOptions({
      queryKey: keys.providers,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/providers', { signal })),
    }),
};

export function useStartDiscovery() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (url: string) => unwrap(api.POST('/api/v1/discoveries', { body: { url } })),
    onSuccess: (discovery) => queryClient.setQueryData(keys.discovery(discovery.id), discovery),
  });
}

export function useTrackCompetitor() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: TrackCompetitor) => unwrap(api.POST('/api/v1/competitors', { body })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: keys.competitors });
      void queryClient.invalidateQueries({ queryKey: keys.overview });
    },
  });
}
