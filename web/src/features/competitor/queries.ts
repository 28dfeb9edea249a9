import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Category, EditSource, WatchedSource } from '../../shared/api/types';

export const competitorQueries = {
  list: (q: string) =>
    queryOptions({
      queryKey: keys.competitorList(q),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200, ...(q && { q }) } }, signal })),
      placeholderData: keepPreviousData,
    }),
  overview: (id: string) =>
    queryOptions({
      queryKey: keys.competitorOverview(id),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/competitors/{id}/overview', { params: { path: { id } }, signal })),
      // The first visits end within seconds; the stream tells, and this covers a stream that is down.
      refetchInterval: 30_000,
    }),
};

export function useVisitNow() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/sources/{id}/visits', { params: { path: { id } } })),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.competitorOverviews }),
  });
}

/** Saves how a page is watched; refused when somebody else has changed it since it was read. */
export function useEditSource(source: WatchedSource) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditSource) =>
      unwrap(
        api.PATCH('/api/v1/sources/{id}', {
          params: { path: { id: source.id }, header: { 'If-Match': `"${source.version}"` } },
          body,
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.competitorOverviews }),
  });
}

/** Turns a list of addresses into watched pages, or says what would become of each line. */
export function useImportSources(competitorId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (list: { text: string; dryRun: boolean }) =>
      unwrap(
        api.POST('/api/v1/competitors/{id}/source-imports', { params: { path: { id: competitorId } }, body: list }),
      ),
    onSuccess: (_, list) => list.dryRun || queryClient.invalidateQueries({ queryKey: keys.competitors }),
  });
}

/** Stops watching a page; what was collected stays. */
export function useRemoveSource(source: WatchedSource) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/sources/{id}', { params: { path: { id: source.id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.competitors }),
  });
}

export const dossierQueries = {
  /** What happened in a period, at most 200 signals. */
  signals: (competitorId: string, since: string) =>
    queryOptions({
      queryKey: keys.signalsOf({ competitorId, since }),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/signals', { params: { query: { competitorId, since, limit: 200 } }, signal })),
      placeholderData: keepPreviousData,
    }),
  timeline: (competitorId: string, category: Category | undefined) =>
    infiniteQueryOptions({
      queryKey: keys.signalsOf({ competitorId, category, pages: true }),
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/signals', {
            params: {
              query: {
                competitorId,
                limit: 50,
                ...(category && { category }),
                ...(pageParam && { cursor: pageParam }),
              },
            },
            signal,
          }),
        ),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor || undefined,
    }),
  visits: (competitorId: string) =>
    queryOptions({
      queryKey: keys.visits(competitorId),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/visits', { params: { query: { competitorId, limit: 200 } }, signal })),
    }),
  documents: (sourceId: string) =>
    queryOptions({
      queryKey: keys.documentList({ sourceId }),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/documents', { params: { query: { sourceId, limit: 50 } }, signal })),
    }),
};
