import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

export const accountQueries = {
  sessions: () =>
    queryOptions({
      queryKey: keys.ownSessions,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/account/sessions', { signal })),
    }),
  workspaces: () =>
    queryOptions({
      queryKey: keys.ownWorkspaces,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/account/workspaces', { signal })),
    }),
};

export function useAccountChanges() {
  const queryClient = useQueryClient();
  const stale = (queryKey: readonly string[]) => () => queryClient.invalidateQueries({ queryKey });
  return {
    rename: useMutation({
      mutationFn: (name: string) => unwrap(api.PATCH('/api/v1/account', { body: { name } })),
      onSuccess: stale(keys.session),
    }),
    changePassword: useMutation({
      mutationFn: (body: { currentPassword: string; password: string }) =>
        unwrap(api.PUT('/api/v1/account/password', { body })),
      onSuccess: stale(keys.ownSessions),
    }),
    endSession: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } } })),
      onSettled: stale(keys.ownSessions),
    }),
    endOthers: useMutation({
      mutationFn: () => unwrap(api.DELETE('/api/v1/account/sessions')),
      onSettled: stale(keys.ownSessions),
    }),
    erase: useMutation({
      mutationFn: (body: { email: string; password: string }) => unwrap(api.DELETE('/api/v1/account', { body })),
      onSuccess: () => window.location.assign('/'),
    }),
    enter: useMutation({
      mutationFn: (workspaceId: string) => unwrap(api.POST('/api/v1/session/workspace', { body: { workspaceId } })),
      // Nothing of the workspace before may stay on any screen.
      onSuccess: () => window.location.assign('/'),
    }),
  };
}
