import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { Problem } from '../../shared/api/problem';
import type { Signal, SignalCounts, Triage, Until } from '../../shared/api/types';
import type { InboxSearch } from './filters';
import { type SignalList, withMove, withSignal } from './triage';

/** The signals as they were before they were moved. */
export type LastTriage =
  | { state: 'done'; signals: Signal[]; to: Triage }
  | { state: 'failed'; signals: Signal[]; error: unknown };

export const triageMutationKey = ['signals', 'triage'];
const shownFor = 20_000;

/** `undo`: the signals go back to where they stood, `to` is where they are now. */
export type Move = {
  signals: Signal[];
  to: Triage;
  until?: Until | undefined;
  undo?: { token: string | undefined };
};

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
  const showMoved = ({ signals, to }: Move) => {
    for (const signal of signals) show({ ...signal, triage: to }, signal.triage);
  };
  const showAsBefore = ({ signals, to }: Move) => {
    for (const signal of signals) show(signal, to);
  };

  const mutation = useMutation({
    mutationKey: triageMutationKey,
    mutationFn: async (move: Move) => {
      const ids = move.signals.map(({ id }) => id);
      const outcome = await unwrap(request(move, ids, wholeStories));
      setUndoToken(outcome.undoToken ?? undefined);
      if (outcome.failed.some(({ id }) => ids.includes(id))) {
        throw new Problem({ status: 409, title: 'The signal could not be moved' });
      }
    },
    onMutate: async (move) => {
      await queryClient.cancelQueries({ queryKey: keys.signalLists });
      if (move.undo) showAsBefore(move);
      else showMoved(move);
    },
    onError: (error, move) => {
      if (move.undo) showMoved(move);
      else showAsBefore(move);
      setLast({ state: 'failed', signals: move.signals, error });
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
    triage: (wanted: Signal[], to: Triage, until?: Until) => {
      const signals = wanted.filter((signal) => signal.triage !== to || until);
      if (signals.length === 0) return;
      setLast({ state: 'done', signals, to });
      setUndoToken(undefined);
      mutation.mutate({ signals, to, until });
    },
    undo: () => {
      if (last?.state !== 'done') return;
      setLast(null);
      mutation.mutate({ signals: last.signals, to: last.to, undo: { token: undoToken } });
    },
  };
}

/** Without a token, because the answer is not there yet, the rows of one tab go back to that tab. */
function request({ signals, to, until, undo }: Move, ids: string[], wholeStories: boolean) {
  if (undo?.token) return api.POST('/api/v1/signals/undo', { body: { token: undo.token } });
  const triage = undo ? (signals[0]?.triage ?? 'NEW') : to;
  return api.POST('/api/v1/signals/triage', { body: { ids, triage, wholeStories, until: until ?? null } });
}
