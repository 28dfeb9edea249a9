import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { keys } from './keys';

/** What the shell and more than one feature show: the workspace at a glance, and how many signals wait. */
export const workspaceQueries = {
  overview: () =>
    queryOptions({
      queryKey: keys.overview,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/overview', { signal })),
      refetchInterval: 60_000,
    }),
  signalCounts: () =>
    queryOptions({
      queryKey: keys.signalCounts,
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/signals/counts', { params: { query: { collapsed: true } }, signal })),
    }),
  members: () =>
    queryOptions({
      queryKey: keys.members,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/members', { signal })),
      staleTime: 5 * 60_000,
    }),
};
