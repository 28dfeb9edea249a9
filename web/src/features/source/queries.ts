import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { SourceDiff } from '../../shared/api/types';

/** Two versions of a page; what is left out is where the member looked last, and the latest. */
export type Range = { from?: string | undefined; to?: string | undefined };

/** Two versions compared, and whether the member chose them; so both are of the same moment while others load. */
export type Comparison = SourceDiff & { isChosen: boolean };

export const sourceQueries = {
  one: (id: string) =>
    queryOptions({
      queryKey: keys.source(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sources/{id}', { params: { path: { id } }, signal })),
    }),
  diff: (id: string, { from, to }: Range) =>
    queryOptions({
      queryKey: keys.sourceDiff(id, { from, to }),
      queryFn: async ({ signal }): Promise<Comparison> => {
        const query = { ...(from && { from }), ...(to && { to }) };
        const diff = await unwrap(api.GET('/api/v1/sources/{id}/diff', { params: { path: { id }, query }, signal }));
        return { ...diff, isChosen: Boolean(from || to) };
      },
      placeholderData: keepPreviousData,
    }),
};

/** Remembers how far the member has looked; from there on "since you last looked" begins. */
export function useMarkSeen(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (documentId: string) =>
      unwrap(api.PUT('/api/v1/sources/{id}/diff/last-seen', { params: { path: { id } }, body: { documentId } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.sourceDiffs }),
  });
}
