import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

export const insightQueries = {
  list: (least: number) =>
    infiniteQueryOptions({
      queryKey: keys.storyList(least),
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/stories', {
            params: { query: { least, limit: 50, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        ),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor || undefined,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: keys.story(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/stories/{id}', { params: { path: { id } }, signal })),
    }),
  signals: (storyId: string) =>
    queryOptions({
      queryKey: keys.storySignals(storyId),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/signals', { params: { query: { storyId, limit: 200 } }, signal })),
    }),
};
