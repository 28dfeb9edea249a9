import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { keys } from '../api/keys';
import type { ShareKind } from '../api/types';

/** The links to one thing, or all of the workspace. */
export const shareLinks = (targetId?: string) =>
  queryOptions({
    queryKey: keys.shareLinkList(targetId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/share-links', { params: { query: { limit: 100, ...(targetId && { targetId }) } }, signal }),
      ),
  });

export function useShareChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.shareLinks });
  return {
    create: useMutation({
      mutationFn: (body: { kind: ShareKind; targetId: string; days: number }) =>
        unwrap(api.POST('/api/v1/share-links', { body })),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/share-links/{id}', { params: { path: { id } } })),
      onSuccess,
    }),
  };
}
