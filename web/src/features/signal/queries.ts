import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { InboxSearch } from './filters';

/** The first page fills more than a screen; who scrolls on waits less often with larger ones. */
const firstRows = 30;
const nextRows = 100;

function listRequest(search: InboxSearch, cursor: string | undefined, signal: AbortSignal) {
  return unwrap(
    api.GET('/api/v1/signals', {
      params: {
        query: {
          triage: search.triage,
          limit: cursor ? nextRows : firstRows,
          ...(search.competitor && { competitorId: search.competitor }),
          ...(search.category && { category: search.category }),
          ...(search.severity && { severity: search.severity }),
          ...(search.who === 'named' ? { mentioned: 'me' } : search.who && { assignee: search.who }),
          collapsed: true,
          ...(cursor && { cursor }),
        },
      },
      signal,
    }),
  );
}

export const signalQueries = {
  list: (search: InboxSearch) =>
    infiniteQueryOptions({
      queryKey: keys.signalList(search),
      queryFn: ({ pageParam, signal }) => listRequest(search, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      // Rows stay where they are while someone reads: new ones are announced, not inserted.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  /** The first page as it would be now, to tell how many rows are missing from the list on screen. */
  newest: (search: InboxSearch) =>
    queryOptions({
      queryKey: keys.signalNewestIn(search),
      queryFn: ({ signal }) => listRequest(search, undefined, signal),
      staleTime: 0,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: keys.signal(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/signals/{id}', { params: { path: { id } }, signal })),
    }),
  story: (id: string) =>
    queryOptions({
      queryKey: keys.story(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/stories/{id}', { params: { path: { id } }, signal })),
    }),
  storySignals: (id: string) =>
    queryOptions({
      queryKey: keys.storySignals(id),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/signals', { params: { query: { storyId: id, limit: 200 } }, signal })),
    }),
  comments: (id: string) =>
    queryOptions({
      queryKey: keys.comments(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/signals/{id}/comments', { params: { path: { id } }, signal })),
    }),
  diff: (changeId: string) =>
    queryOptions({
      queryKey: keys.changeDiff(changeId),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/changes/{id}/diff', { params: { path: { id: changeId } }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  model: () =>
    queryOptions({
      queryKey: keys.model,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/model', { signal })),
      staleTime: 5 * 60_000,
    }),
  competitors: () =>
    queryOptions({
      queryKey: keys.competitorList(''),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200 } }, signal })),
    }),
};
