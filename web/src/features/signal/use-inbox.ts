import { useInfiniteQuery, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../../shared/api/keys';
import { useLiveEvent } from '../../shared/events/LiveEvents';
import type { InboxSearch } from './filters';
import { signalQueries } from './queries';
import { type SignalList, withSignal } from './triage';
import { type Move, triageMutationKey } from './use-triage';

/** The rows on screen, and how many newer ones wait behind the pill. */
export function useInbox(search: InboxSearch) {
  const queryClient = useQueryClient();
  const [heard, setHeard] = useState(false);
  const list = useInfiniteQuery(signalQueries.list(search));
  const newest = useQuery({ ...signalQueries.newest(search), enabled: heard && list.isSuccess });
  const triaged = useMutationState({
    filters: { mutationKey: triageMutationKey },
    select: (mutation) => (mutation.state.variables as Move).signals.map(({ id }) => id),
  });

  useLiveEvent((event) => {
    if (event.type === 'signal.created') setHeard(true);
    if (event.type === 'signal.updated' || event.type === 'assessment.finished') void refreshRow(event.subjectId);
  });

  const refreshRow = async (id: string) => {
    const current = queryClient.getQueryData<SignalList>(keys.signalList(search));
    if (!current?.pages.some((page) => page.items.some((item) => item.id === id))) return;
    const signal = await queryClient.fetchQuery({ ...signalQueries.one(id), staleTime: 0 }).catch(() => undefined);
    if (!signal) return;
    queryClient.setQueryData<SignalList>(
      keys.signalList(search),
      (known) => known && withSignal(known, search, signal),
    );
  };

  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = new Set([...rows.map((row) => row.id), ...triaged.flat()]);
  const waiting = newest.data?.items.filter((signal) => !shown.has(signal.id)).length ?? 0;

  // Whoever asks for the newest is at the top: what they had loaded on need not be asked for again, page by page.
  const showWaiting = () => {
    queryClient.setQueryData<SignalList>(
      keys.signalList(search),
      (known) => known && { pages: known.pages.slice(0, 1), pageParams: known.pageParams.slice(0, 1) },
    );
    void list.refetch();
  };

  return { list, rows, waiting, showWaiting };
}
