import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';
import type { Session } from './types';

/** Whether the member may change things. The gateway decides; this only keeps useless buttons away. */
function mayEdit(session: Session | null | undefined): boolean {
  return session != null && session.member.role !== 'viewer';
}

export function useMayEdit(): boolean {
  const session = useQuery<Session | null>({ queryKey: keys.session, enabled: false });
  return mayEdit(session.data);
}
