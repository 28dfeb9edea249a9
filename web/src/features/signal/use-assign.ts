import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { problemOf } from '../../shared/api/problem';
import type { Signal } from '../../shared/api/types';

export type Assigned =
  /** `name` is null for nobody; without a token it cannot be taken back. */
  { count: number; name: string | null; undoToken: string | undefined } | { failed: string };

export type Holder = { id: string; name: string } | null;

/** The gateway takes it back for a minute; the offer ends before. */
const shownFor = 20_000;

/** Giving signals, their stories with them, to somebody, and the way back. */
export function useAssign() {
  const queryClient = useQueryClient();
  const [told, setTold] = useState<Assigned | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.signals });
  const assign = useMutation({
    mutationFn: ({ signals, to }: { signals: Signal[]; to: Holder }) =>
      unwrap(
        api.POST('/api/v1/signals/assign', {
          body: { ids: signals.map(({ id }) => id), memberId: to?.id ?? null, wholeStories: true },
        }),
      ),
    onSuccess: ({ undoToken }, { signals, to }) =>
      setTold({ count: signals.length, name: to?.name ?? null, undoToken: undoToken ?? undefined }),
    onError: (error) => setTold({ failed: problemOf(error).message }),
    onSettled: refresh,
  });
  const undo = useMutation({
    mutationFn: (token: string) => unwrap(api.POST('/api/v1/signals/undo', { body: { token } })),
    onSuccess: () => setTold(null),
    onError: (error) => setTold({ failed: problemOf(error).message }),
    onSettled: refresh,
  });
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), shownFor);
    return () => clearTimeout(timer);
  }, [told]);
  return {
    told,
    assign: (signals: Signal[], to: Holder) => assign.mutate({ signals, to }),
    undo: () => told && 'undoToken' in told && told.undoToken && undo.mutate(told.undoToken),
  };
}
