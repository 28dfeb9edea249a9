import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { Problem } from '../../shared/api/problem';
import type { Signal, SignalCounts, Triage, Until } from '../../shared/api/types';
import type { InboxSearch } from './filters';
import { type SignalList, withMove, withSignal } from './triage';

export type LastTriage =
  | { state: 'done'; signal: Signal; from: Triage; to: Triage }
  | { state: 'failed'; signal: Signal; error: unknown };

export const triageMutationKey = ['signals', 'triage'];
const shownFor = 20_000;

type Move = { signal: Signal; to: Triage; until?: Until | undefined; token?: string | undefined };

/**
 * Moves signals between the tabs at once, takes it back when the server refuses, and remembers the last move.
 * @param wholeStories a row of the inbox stands for its story; a signal's own page for itself
 */
export function useTriage(wholeStories = false) {
  const queryClient = useQueryClient();
  const [last, setLast] = useState<LastTriage | null>(null);
  const [undoToken, setUndoToken] = useState<string | undefined>();

  const show = (signal: Signal, from: Triage) => {
    for (const [queryKey, list] of queryClient.getQueriesData<SignalList>({ queryKey: keys.signalLists })) {
      if (list) queryClient.setQueryData(queryKey, withSignal(list, queryKey[2] as InboxSearch, signal));
    }
    queryClient.setQueryData<Signal>(keys.signal(signal.id), (known) => known && { ...known, triage: signal.triage });
    queryClient.setQueryData<SignalCounts>(
      keys.signalCounts,
      (counts) => counts && withMove(counts, from, signal.triage),
    );
  };

  const mutation = useMutation({
    mutationKey: triageMutationKey,
    mutationFn: async ({ signal, to, until, token }: Move) => {
      const outcome = await unwrap(
        token
          ? api.POST('/api/v1/signals/undo', { body: { token } })
          : api.POST('/api/v1/signals/triage', {
              body: { ids: [signal.id], triage: to, wholeStories, until: until ?? null },
            }),
      );
      setUndoToken(outcome.undoToken ?? undefined);
      if (outcome.failed.some(({ id }) => id === signal.id))
        throw new Problem({ status: 409, title: 'The signal could not be moved' });
    },
    onMutate: async ({ signal, to }) => {
      await queryClient.cancelQueries({ queryKey: keys.signalLists });
      show({ ...signal, triage: to }, signal.triage);
    },
    onError: (error, { signal, to }) => {
      show(signal, to);
      setLast({ state: 'failed', signal, error });
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: keys.signalCounts });
      void queryClient.invalidateQueries({ queryKey: keys.signalLists, refetchType: 'none' });
      void queryClient.invalidateQueries({ queryKey: keys.stories });
    },
  });

  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(null), shownFor);
    return () => clearTimeout(timer);
  }, [last]);

  return {
    last,
    triage: (signal: Signal, to: Triage, until?: Until) => {
      if (signal.triage === to && !until) return;
      setLast({ state: 'done', signal, from: signal.triage, to });
      setUndoToken(undefined);
      mutation.mutate({ signal, to, until });
    },
    undo: () => {
      if (last?.state !== 'done') return;
      setLast(null);
      mutation.mutate({ signal: { ...last.signal, triage: last.to }, to: last.from, token: undoToken });
    },
  };
}
