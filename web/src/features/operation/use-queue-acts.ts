import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { problemOf } from '../../shared/api/problem';
import { operationKeys, type Queue } from './queries';

export type QueueAct = 'pause' | 'resume' | 'drain' | 'reopen';

/** Each act is taken back by another, so none of them asks first. */
const undone: Record<QueueAct, QueueAct> = { pause: 'resume', resume: 'pause', drain: 'reopen', reopen: 'drain' };

export type QueueTold = { queue: string; act: QueueAct } | { queue: string; failed: string };

const shownFor = 20_000;

function send(queue: string, act: QueueAct): Promise<Queue> {
  const params = { path: { queue } };
  switch (act) {
    case 'pause':
      return unwrap(api.POST('/api/v1/queues/{queue}/pause', { params }));
    case 'resume':
      return unwrap(api.POST('/api/v1/queues/{queue}/resume', { params }));
    case 'drain':
      return unwrap(api.POST('/api/v1/queues/{queue}/drain', { params }));
    case 'reopen':
      return unwrap(api.DELETE('/api/v1/queues/{queue}/drain', { params }));
  }
}

/** Pausing and draining queues, what came of it, and the way back. */
export function useQueueActs() {
  const queryClient = useQueryClient();
  const [told, setTold] = useState<QueueTold | null>(null);
  const mutation = useMutation({
    mutationFn: ({ queue, act }: { queue: string; act: QueueAct }) => send(queue, act),
    onSuccess: (_, wanted) => setTold(wanted),
    onError: (error, { queue }) => setTold({ queue, failed: problemOf(error).message }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationKeys.queues }),
  });
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), shownFor);
    return () => clearTimeout(timer);
  }, [told]);
  return {
    told,
    act: (queue: string, act: QueueAct) => mutation.mutate({ queue, act }),
    undo: () => told && 'act' in told && mutation.mutate({ queue: told.queue, act: undone[told.act] }),
  };
}
