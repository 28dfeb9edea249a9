import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { enter } from './queries';

export const linkQueries = {
  invited: (token: string) =>
    queryOptions({
      queryKey: keys.invited(token),
      queryFn: ({ signal }) => unwrap(api.POST('/api/v1/invitations/preview', { body: { token }, signal })),
      retry: false,
    }),
};

export function useJoin(token: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (answer: { name?: string; password?: string }) =>
      unwrap(api.POST('/api/v1/invitations/accept', { body: { token, ...answer } })),
    onSuccess: (session) => enter(queryClient, session),
  });
}

export function useAskReset() {
  return useMutation({
    mutationFn: (email: string) => unwrap(api.POST('/api/v1/password-resets', { body: { email } })),
  });
}

export function useNewPassword(token: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      unwrap(api.POST('/api/v1/password-resets/complete', { body: { token, password } })),
    onSuccess: () => enter(queryClient, null),
  });
}
