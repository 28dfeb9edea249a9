import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { keys } from './keys';
import { Problem } from './problem';
import type { Session } from './types';

/** Who is signed in; null when nobody is. */
export function currentSession() {
  return queryOptions({
    queryKey: keys.session,
    queryFn: async ({ client, signal }): Promise<Session | null> => {
      try {
        return await unwrap(api.GET('/api/v1/session', { signal }));
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 401) throw error;
        const known = client.getQueryData<Session | null>(keys.session) ?? null;
        if (known) client.setQueryData(keys.sessionEnded, true);
        return known;
      }
    },
    staleTime: 5 * 60_000,
  });
}

/** Whether the session of who is known to be signed in has ended meanwhile. Nobody asks for it; a 401 tells. */
export function sessionEnded() {
  return queryOptions({ queryKey: keys.sessionEnded, queryFn: () => false, initialData: false, enabled: false });
}

/** Whether the member may change what the whole workspace pays for. The gateway decides, as with {@link useMayEdit}. */
export function useIsAdmin(): boolean {
  const { data } = useQuery(currentSession());
  return data?.member.role === 'admin' || data?.member.role === 'owner';
}

/** Whether the account operates the installation. The gateway decides, as with {@link useMayEdit}. */
export function useIsQueueAdmin(): boolean {
  const { data } = useQuery(currentSession());
  return data?.member.queueAdmin === true;
}

/** Whether the member may change things. The gateway decides; this only keeps useless buttons away. */
export function useMayEdit(): boolean {
  const { data } = useQuery(currentSession());
  return data != null && data.member.role !== 'viewer';
}
