import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { keys } from '../api/keys';
import type { PutFactOverride } from '../api/types';

function useStale() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.competitorOverviews }),
      queryClient.invalidateQueries({ queryKey: keys.facts }),
    ]);
}

/** Says what a fact is instead of what was read. */
export function useOverrideFact(id: string) {
  const stale = useStale();
  return useMutation({
    mutationFn: (body: PutFactOverride) =>
      unwrap(api.PUT('/api/v1/facts/{id}/override', { params: { path: { id } }, body })),
    onSuccess: stale,
  });
}

/** Back to what was read. */
export function useWithdrawOverride(id: string) {
  const stale = useStale();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/facts/{id}/override', { params: { path: { id } } })),
    onSuccess: stale,
  });
}
