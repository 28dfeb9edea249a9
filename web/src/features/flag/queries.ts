import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Flag, FlagSetting } from '../../shared/api/types';

export const flagQueries = {
  all: () =>
    queryOptions({
      queryKey: keys.flags,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/flags', { signal })),
    }),
};

/** Sets a flag on the version that was read; the list is read anew whatever comes of it. */
export function useFlagChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ flag: { key, version }, setting }: { flag: Flag; setting: FlagSetting }) =>
      unwrap(
        api.PUT('/api/v1/flags/{key}', {
          params: { path: { key }, header: { 'If-Match': `"${version}"` } },
          body: setting,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.flags }),
  });
}
