import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Session } from '../../shared/api/types';

export const sessionQueries = {
  setup: () =>
    queryOptions({
      queryKey: keys.setup,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/setup', { signal })),
      staleTime: 0,
    }),
  methods: () =>
    queryOptions({
      queryKey: keys.signInMethods,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sign-in-methods', { signal })),
      staleTime: 0,
    }),
};

/** Changes who is signed in: nothing of the member before may stay in the cache. */
export function enter(queryClient: QueryClient, session: Session | null): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
  queryClient.setQueryData(keys.session, session);
  queryClient.setQueryData(keys.sessionEnded, false);
}

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: (session) => enter(queryClient, session),
  });
}

/**
 * Signs the same member in again without touching what is on screen. Another member, or the same in another workspace,
 * begins anew: nothing of the one before may stay.
 */
export function useSignInAgain(before: Session) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (password: string | null) =>
      password === null
        ? unwrap(api.GET('/api/v1/session'))
        : unwrap(api.POST('/api/v1/session', { body: { email: before.member.email, password } })),
    onSuccess: (session) => {
      if (session.member.id !== before.member.id || session.workspace.id !== before.workspace.id) {
        window.location.assign('/');
        return;
      }
      queryClient.setQueryData(keys.session, session);
      queryClient.setQueryData(keys.sessionEnded, false);
      void queryClient.invalidateQueries();
    },
  });
}

export function useSetup() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { workspaceName: string; name: string; email: string; password: string }) =>
      unwrap(api.POST('/api/v1/setup', { body })),
    onSuccess: (session) => enter(queryClient, session),
  });
}

export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/session')),
    onSuccess: (out) => {
      // Signed out here; the provider's own session ends where it says, and leads back to the sign-in page.
      if (out?.continueAt) window.location.assign(out.continueAt);
      else enter(queryClient, null);
    },
  });
}
