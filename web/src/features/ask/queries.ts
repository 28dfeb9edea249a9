import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { AskAnswer, AskRequest } from '../../shared/api/types';

/** How often a waiting answer is asked for when no live event tells of it. */
const patience = 3000;
/** How many questions of before are shown at first. */
const page = 12;

export const askQueries = {
  list: (mine: boolean) =>
    infiniteQueryOptions({
      queryKey: keys.questionList(mine),
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/ask', {
            params: { query: { mine, limit: page, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        ),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: keys.question(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/ask/{id}', { params: { path: { id } }, signal })),
      refetchInterval: ({ state }) => (state.data?.modelState === 'PENDING' ? patience : false),
    }),
  competitors: () =>
    queryOptions({
      queryKey: keys.competitorList(''),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200 } }, signal })),
    }),
  document: (id: string) =>
    queryOptions({
      queryKey: keys.document(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/documents/{id}', { params: { path: { id } }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

export function useAsking() {
  const queryClient = useQueryClient();
  const onSuccess = (answer: AskAnswer) => {
    queryClient.setQueryData(keys.question(answer.id), answer);
    return queryClient.invalidateQueries({ queryKey: ['questions', 'list'] });
  };
  return {
    ask: useMutation({
      mutationFn: (question: AskRequest) => unwrap(api.POST('/api/v1/ask', { body: question })),
      onSuccess,
    }),
    again: useMutation({
      mutationFn: (id: string) => unwrap(api.POST('/api/v1/ask/{id}/again', { params: { path: { id } } })),
      onSuccess,
    }),
    rate: useMutation({
      mutationFn: ({ id, useful }: { id: string; useful: boolean }) =>
        unwrap(api.PUT('/api/v1/ask/{id}/feedback', { params: { path: { id } }, body: { useful } })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/ask/{id}', { params: { path: { id } } })),
      onSuccess: (_, id) => {
        queryClient.removeQueries({ queryKey: keys.question(id) });
        return queryClient.invalidateQueries({ queryKey: ['questions', 'list'] });
      },
    }),
  };
}
