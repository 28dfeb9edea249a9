import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

const often = 2_000;
const seldom = 10_000;

export const dataQueries = {
  retention: () =>
    queryOptions({
      queryKey: keys.retention,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/retention', { signal })),
    }),
  /** Looked at again while one is being made. */
  exports: () =>
    queryOptions({
      queryKey: keys.workspaceExports,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workspace/exports', { signal })),
      refetchInterval: ({ state }) =>
        state.data?.items.some((one) => one.state === 'WAITING' || one.state === 'RUNNING') ? often : false,
    }),
  erasure: () =>
    queryOptions({
      queryKey: keys.workspaceErasure,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workspace/erasure', { signal })),
      refetchInterval: ({ state }) => (state.data?.erasure ? seldom : false),
    }),
};

export function useDataChanges() {
  const client = useQueryClient();
  const stale = (queryKey: readonly string[]) => () => client.invalidateQueries({ queryKey });
  return {
    startExport: useMutation({
      mutationFn: () => unwrap(api.POST('/api/v1/workspace/exports')),
      onSettled: stale(keys.workspaceExports),
    }),
    erase: useMutation({
      mutationFn: (body: { name: string; password: string }) => unwrap(api.DELETE('/api/v1/workspace', { body })),
      onSuccess: stale(keys.workspaceErasure),
    }),
    takeBack: useMutation({
      mutationFn: () => unwrap(api.DELETE('/api/v1/workspace/erasure')),
      // Everything that was refused meanwhile is asked for anew.
      onSuccess: () => client.invalidateQueries(),
    }),
  };
}
