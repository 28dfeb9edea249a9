import type { Role, Session } from '../../shared/api/types';

/** The roles a member may give and take, as the gateway decides too: only owners look after admins and owners. */
export function givenBy(role: Session['member']['role']): Role[] {
  if (role === 'owner') return ['VIEWER', 'ANALYST', 'ADMIN', 'OWNER'];
  return role === 'admin' ? ['VIEWER', 'ANALYST'] : [];
}
