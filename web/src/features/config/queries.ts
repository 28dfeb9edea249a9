import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';

export type Asked = { document: string; prune: boolean; dryRun: boolean };

/** The plan of a document; applied unless it is a dry run, after which every screen reads anew. */
export function useConfig() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ document, prune, dryRun }: Asked) =>
      unwrap(
        api.PUT('/api/v1/workspace/config', {
          params: { query: { dryRun, prune } },
          headers: { 'Content-Type': 'application/yaml' },
          body: document,
          bodySerializer: (text) => text,
        }),
      ),
    onSuccess: (plan) => (plan.dryRun ? undefined : queryClient.invalidateQueries()),
  });
}
