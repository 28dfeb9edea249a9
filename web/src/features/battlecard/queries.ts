import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { BattlecardDraftRequest, BattlecardPublication, NewBattlecard } from '../../shared/api/types';
import { t } from '../../shared/i18n/translate';

const path = (id: string) => ({ params: { path: { id } } });

export const battlecardQueries = {
  list: (competitorId?: string) =>
    queryOptions({
      queryKey: keys.battlecardList(competitorId),
      queryFn: ({ signal }) =>
        unwrap(
          api.GET('/api/v1/battlecards', {
            params: { query: competitorId === undefined ? {} : { competitorId } },
            signal,
          }),
        ),
    }),
  card: (id: string) =>
    queryOptions({
      queryKey: keys.battlecard(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards/{id}', { ...path(id), signal })),
    }),
  draft: (id: string) =>
    queryOptions({
      queryKey: keys.battlecardDraft(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards/{id}/draft', { ...path(id), signal })),
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

/** The people of the workspace, and the name of one of them. */
export function useMembers() {
  const members = useQuery(battlecardQueries.members());
  const people = members.data?.items ?? [];
  return {
    people,
    nameOf: (id: string) => people.find((person) => person.id === id)?.name ?? t('comments.someone'),
  };
}

export function useCardChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.battlecardLists });
  return {
    create: useMutation({
      mutationFn: (card: NewBattlecard) => unwrap(api.POST('/api/v1/battlecards', { body: card })),
      onSuccess,
    }),
    archive: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/battlecards/{id}', path(id))),
      onSuccess,
    }),
  };
}

/** What can be done to one card's draft; each act needs the version it was made on. */
export function useDraftChanges(id: string) {
  const queryClient = useQueryClient();
  const stale = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.battlecard(id) }),
      queryClient.invalidateQueries({ queryKey: keys.battlecardLists }),
    ]);
  // Who was too late sees at once what the others did.
  const onError = stale;
  return {
    save: useMutation({
      mutationFn: ({ version, draft }: { version: number; draft: BattlecardDraftRequest }) =>
        unwrap(api.PUT('/api/v1/battlecards/{id}/draft', withVersion(id, version, draft))),
      onSuccess: stale,
      onError,
    }),
    move: useMutation({
      mutationFn: ({ version, state }: { version: number; state: 'DRAFT' | 'IN_REVIEW' | 'APPROVED' }) =>
        unwrap(api.PUT('/api/v1/battlecards/{id}/state', withVersion(id, version, { state }))),
      onSuccess: stale,
      onError,
    }),
    publish: useMutation({
      mutationFn: ({ version, publication }: { version: number; publication: BattlecardPublication }) =>
        unwrap(api.POST('/api/v1/battlecards/{id}/versions', withVersion(id, version, publication))),
      onSuccess: stale,
      onError,
    }),
    restore: useMutation({
      mutationFn: ({ version, number }: { version: number; number: number }) =>
        unwrap(
          api.POST('/api/v1/battlecards/{id}/versions/{number}/restore', {
            params: { path: { id, number }, header: { 'If-Match': `"${version}"` } },
          }),
        ),
      onSuccess: stale,
      onError,
    }),
  };
}

function withVersion<Body>(id: string, version: number, body: Body) {
  return { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body };
}

/** Proposals of one card: asked for, and decided on claim by claim. */
export function useProposalChanges(id: string) {
  const queryClient = useQueryClient();
  const decided = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.battlecard(id) }),
      queryClient.invalidateQueries({ queryKey: keys.battlecardLists }),
    ]);
  return {
    ask: useMutation({
      mutationFn: (wanted: { sectionId: string; byRules: boolean }) =>
        unwrap(api.POST('/api/v1/battlecards/{id}/proposals', { ...path(id), body: wanted })),
      onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.battlecardProposals(id) }),
    }),
    decide: useMutation({
      mutationFn: ({ proposalId, claimId, decision }: Decision) =>
        unwrap(
          api.PUT('/api/v1/battlecards/{id}/proposals/{proposalId}/claims/{claimId}', {
            params: { path: { id, proposalId, claimId } },
            body: { decision },
          }),
        ),
      onSuccess: decided,
      onError: decided,
    }),
  };
}

type Decision = { proposalId: string; claimId: string; decision: 'ACCEPTED' | 'REFUSED' };
