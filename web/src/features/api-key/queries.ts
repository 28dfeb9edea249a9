import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { NewApiKey } from '../../shared/api/types';

export const apiKeyQueries = {
  all: () =>
    queryOptions({
      queryKey: keys.apiKeys,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/api-keys', { signal })),
    }),
};

/** Making, rotating and revoking; the list is read anew after each. */
export function useApiKeyChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.apiKeys });
  const create = useMutation({
    mutationFn: (body: NewApiKey) => unwrap(api.POST('/api/v1/api-keys', { body })),
    onSuccess,
  });
  const rotate = useMutation({
    mutationFn: ({ id, graceHours }: { id: string; graceHours: number }) =>
      unwrap(api.POST('/api/v1/api-keys/{id}/rotate', { params: { path: { id } }, body: { graceHours } })),
    onSuccess,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess,
  });
  return { create, rotate, revoke };
}
