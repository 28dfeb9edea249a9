import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Provider } from '../../shared/api/types';

export const providerQueries = {
  list: () =>
    queryOptions({
      queryKey: keys.providers,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/providers', { signal })),
    }),
  usage: () =>
    queryOptions({
      queryKey: keys.providerUsage,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/provider-usage', { params: { query: { limit: 1 } }, signal })),
    }),
};

/** Changes of one provider; each ends with the list read anew. */
export function useProviderChanges({ provider, budget }: Provider) {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.providers });
  const params = { path: { provider } };
  return {
    storeKey: useMutation({
      mutationFn: (key: string) => unwrap(api.PUT('/api/v1/providers/{provider}/key', { params, body: { key } })),
      onSuccess,
    }),
    removeKey: useMutation({
      mutationFn: () => unwrap(api.DELETE('/api/v1/providers/{provider}/key', { params })),
      onSuccess,
    }),
    saveBudget: useMutation({
      // The amounts of single sources, set through the API, stay as they are.
      mutationFn: (amounts: { monthMicros: number; sourceMicros: number }) =>
        unwrap(api.PUT('/api/v1/providers/{provider}/budget', { params, body: { ...budget, ...amounts } })),
      onSuccess,
    }),
  };
}
