import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { DigestRequest } from '../../shared/api/types';

export const digestQueries = {
  list: () =>
    queryOptions({
      queryKey: keys.digests,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/digests', { signal })),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: keys.digest(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/digests/{id}', { params: { path: { id } }, signal })),
    }),
  editions: (id: string) =>
    infiniteQueryOptions({
      queryKey: keys.editions(id),
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/digests/{id}/editions', {
            params: { path: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        ),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  edition: (id: string, edition: string) =>
    queryOptions({
      queryKey: keys.edition(edition),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/digests/{id}/editions/{edition}', { params: { path: { id, edition } }, signal })),
      // What was sent does not change.
      staleTime: Number.POSITIVE_INFINITY,
    }),
  deliveries: (editionId: string) =>
    queryOptions({
      queryKey: keys.editionDeliveries(editionId),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/deliveries', { params: { query: { editionId } }, signal })),
    }),
  preview: (digest: DigestRequest) =>
    queryOptions({
      queryKey: keys.digestPreview(digest),
      queryFn: ({ signal }) => unwrap(api.POST('/api/v1/digests/preview', { body: digest, signal })),
      staleTime: 60_000,
    }),
  channels: () =>
    queryOptions({
      queryKey: keys.channels,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/channels', { signal })),
    }),
  competitors: () =>
    queryOptions({
      queryKey: keys.competitorList(''),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200 } }, signal })),
    }),
};

export function useDigestChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.digests });
  return {
    save: useMutation({
      mutationFn: ({ id, version, digest }: { id?: string; version?: number; digest: DigestRequest }) =>
        id === undefined
          ? unwrap(api.POST('/api/v1/digests', { body: digest }))
          : unwrap(
              api.PUT('/api/v1/digests/{id}', {
                params: { path: { id }, header: { 'If-Match': `"${version}"` } },
                body: digest,
              }),
            ),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/digests/{id}', { params: { path: { id } } })),
      onSuccess,
    }),
    compile: useMutation({
      mutationFn: ({ id, recipients }: { id: string; recipients: string[] }) =>
        unwrap(api.POST('/api/v1/digests/{id}/editions', { params: { path: { id } }, body: { recipients } })),
      onSuccess,
    }),
  };
}
