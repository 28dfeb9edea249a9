import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { currentSession } from '../../shared/api/session';
import type { FirstSteps } from '../../shared/api/types';

/** Asked anew whenever the inbox opens: most steps are taken on other screens. */
const firstSteps = queryOptions({
  queryKey: keys.firstSteps,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/first-steps', { signal })),
  staleTime: 0,
});

/** The first steps of a workspace; nobody asks for those of demo data. */
export function useFirstSteps() {
  const demo = useQuery(currentSession()).data?.workspace.demo ?? false;
  return useQuery({ ...firstSteps, enabled: !demo });
}

/** Puts the list of first steps away at once; it comes back when the gateway refuses. */
export function useDismissSteps() {
  const queryClient = useQueryClient();
  const show = (dismissed: boolean) =>
    queryClient.setQueryData<FirstSteps>(keys.firstSteps, (known) => known && { ...known, dismissed });
  return useMutation({
    mutationFn: () => unwrap(api.PUT('/api/v1/first-steps/dismissal')),
    onMutate: () => show(true),
    onError: () => show(false),
  });
}
