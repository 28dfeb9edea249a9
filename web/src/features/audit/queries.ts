import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

/** Which rows; what is not named does not narrow. Times are instants in ISO 8601. */
export type AuditFilters = {
  accountId?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

export const auditQueries = {
  entries: (filters: AuditFilters) =>
    infiniteQueryOptions({
      queryKey: keys.auditEntries(filters),
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/audit-entries', {
            params: { query: given(filters, pageParam) },
            signal,
          }),
        ),
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
  chain: () =>
    queryOptions({
      queryKey: keys.auditChain,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/audit-chain', { signal })),
    }),
};

/** What is not said stays out of the address. */
function given({ accountId, action, subject, from, to }: AuditFilters, cursor: string | undefined) {
  return {
    ...(accountId && { accountId }),
    ...(action && { action }),
    ...(subject && { subject }),
    ...(from && { from }),
    ...(to && { to }),
    ...(cursor && { cursor }),
  };
}
