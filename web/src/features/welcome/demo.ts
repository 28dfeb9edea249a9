import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

const demoData = () =>
  queryOptions({
    queryKey: keys.demoData,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/demo-data', { signal })),
    refetchInterval: (query) => (query.state.data?.state === 'LOADING' ? 2000 : false),
    staleTime: 0,
  });

/** How the demo data stands. While its pages are being read, what the screens show is asked for again and again. */
export function useDemoData() {
  const queryClient = useQueryClient();
  const { data, dataUpdatedAt } = useQuery(demoData());
  const before = useRef(data?.state);
  useEffect(() => {
    const wasReading = dataUpdatedAt > 0 && before.current === 'LOADING';
    before.current = data?.state;
    if (wasReading)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.demoData[0] });
  }, [data?.state, dataUpdatedAt, queryClient]);
  return data;
}

/** Everything on the page is another workspace's from then on, so the page begins anew. */
function begin(at: string): void {
  window.location.assign(at);
}

const enter = (workspaceId: string) => unwrap(api.POST('/api/v1/session/workspace', { body: { workspaceId } }));

/** Has demo data made where there is none, and goes there. */
export function useLookAround() {
  return useMutation({
    mutationFn: async () => {
      const { workspaceId } = await unwrap(api.POST('/api/v1/demo-data'));
      if (workspaceId) await enter(workspaceId);
    },
    onSuccess: () => begin('/'),
  });
}

/** Back to where the member came from, to begin for real; the demo data stays. */
export function useGoHome(homeId: string | null | undefined) {
  return useMutation({
    mutationFn: async () => {
      if (homeId) await enter(homeId);
    },
    onSuccess: () => begin('/competitors/new'),
  });
}

export function useRemoveDemo() {
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/demo-data')),
    onSuccess: () => begin('/welcome'),
  });
}
