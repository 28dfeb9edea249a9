import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { AssessmentBatchScope, PutAiBudgets } from '../../shared/api/types';

export const aiQueries = {
  state: () =>
    queryOptions({
      queryKey: keys.aiState,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/ai/state', { signal })),
      refetchInterval: 30_000,
    }),
  budgets: () =>
    queryOptions({
      queryKey: keys.aiBudgets,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/ai/budgets', { signal })),
    }),
  usage: () =>
    queryOptions({
      queryKey: keys.aiUsage,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/ai/usage', { params: { query: { limit: 20 } }, signal })),
    }),
  batches: () =>
    queryOptions({
      queryKey: keys.aiBatches,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/ai/batches', { params: { query: { limit: 10 } }, signal })),
      refetchInterval: ({ state }) => (state.data?.items.some(({ finishedAt }) => !finishedAt) ? 5_000 : false),
    }),
  changes: () =>
    queryOptions({
      queryKey: keys.settingChanges,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/setting-changes', { params: { query: { limit: 20 } }, signal })),
    }),
};

/** What admins set; each ends with the screen read anew. */
export function useAiChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () =>
    Promise.all(
      [keys.ai, keys.model, keys.settingChanges].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
  return {
    flip: useMutation({
      mutationFn: (enabled: boolean) => unwrap(api.PUT('/api/v1/ai/switch', { body: { enabled } })),
      onSuccess,
    }),
    saveBudgets: useMutation({
      mutationFn: (body: PutAiBudgets) => unwrap(api.PUT('/api/v1/ai/budgets', { body })),
      onSuccess,
    }),
  };
}

/** Many signals assessed anew: asked what it would take, ordered, taken back. */
export function useBatchActs() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.ai });
  return {
    estimate: useMutation({
      mutationFn: (body: AssessmentBatchScope) => unwrap(api.POST('/api/v1/ai/batches/estimate', { body })),
    }),
    order: useMutation({
      mutationFn: (body: AssessmentBatchScope) =>
        unwrap(
          api.POST('/api/v1/ai/batches', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body }),
        ),
      onSuccess,
    }),
    cancel: useMutation({
      mutationFn: (id: string) => unwrap(api.POST('/api/v1/ai/batches/{id}/cancel', { params: { path: { id } } })),
      onSuccess,
    }),
  };
}
