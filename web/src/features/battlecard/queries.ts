import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

const path = (id: string) => ({ params: { path: { id } } });

export const battlecardQueries = {
  card: (id: string) =>
    queryOptions({
      queryKey: keys.battlecard(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards/{id}', { ...path(id), signal })),
    }),
  versions: (id: string) =>
    queryOptions({
      queryKey: keys.battlecardVersions(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards/{id}/versions', { ...path(id), signal })),
    }),
  version: (id: string, number: number) =>
    queryOptions({
      queryKey: keys.battlecardVersion(id, number),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/battlecards/{id}/versions/{number}', { params: { path: { id, number } }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  comparison: (id: string, from: string, to: string) =>
    queryOptions({
      queryKey: keys.battlecardComparison(id, from, to),
      queryFn: ({ signal }) =>
        unwrap(
          api.GET('/api/v1/battlecards/{id}/comparison', { params: { path: { id }, query: { from, to } }, signal }),
        ),
    }),
  acts: (id: string) =>
    queryOptions({
      queryKey: keys.battlecardActs(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards/{id}/acts', { ...path(id), signal })),
    }),
  /** While the model is asked, looks again every few seconds, should the live event get lost. */
  proposals: (id: string) =>
    queryOptions({
      queryKey: keys.battlecardProposals(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards/{id}/proposals', { ...path(id), signal })),
      refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'PENDING') ? 4000 : false),
    }),
  competitors: () =>
    queryOptions({
      queryKey: keys.competitorList(''),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200 } }, signal })),
    }),
  model: () =>
    queryOptions({
      queryKey: keys.model,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/model', { signal })),
      staleTime: 5 * 60_000,
    }),
  members: () =>
    queryOptions({
      queryKey: keys.members,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/members', { signal })),
      staleTime: 5 * 60_000,
    }),
};
