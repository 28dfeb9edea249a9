import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { BattlecardDraftRequest, BattlecardPublication, NewBattlecard } from '../../shared/api/types';

const path = (id: string) => ({ params: { path: { id } } });

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
