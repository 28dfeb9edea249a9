import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { problemOf } from '../../shared/api/problem';
import { inTurns } from '../../shared/api/turns';
import type { JobState } from './job-states';
import { type Job, operationKeys } from './queries';

export const jobActs = ['retry', 'promote', 'cancel'] as const;
export type JobAct = (typeof jobActs)[number];
export type JobsTold = { act: JobAct; done: number; refused: number; why: string };

const shownFor = 20_000;

/** What can be done to a job in a state; the queue refuses the rest. */
export function possible({ state, runAt }: { state: JobState; runAt: string }, act: JobAct, now: number): boolean {
  switch (act) {
    case 'retry':
      return state === 'dead';
    case 'cancel':
      return state === 'queued' || state === 'running';
    case 'promote':
      return state === 'queued' && Date.parse(runAt) > now;
  }
}

function send(id: number, act: JobAct): Promise<Job> {
  const params = { path: { id } };
  switch (act) {
    case 'retry':
      return unwrap(api.POST('/api/v1/jobs/{id}/retry', { params }));
    case 'cancel':
      return unwrap(api.POST('/api/v1/jobs/{id}/cancel', { params }));
    case 'promote':
      return unwrap(api.POST('/api/v1/jobs/{id}/promote', { params }));
  }
}

/** One act for one or many jobs; each job is answered for itself. */
export function useJobActs() {
  const queryClient = useQueryClient();
  const [told, setTold] = useState<JobsTold | null>(null);
  const mutation = useMutation({
    mutationFn: async ({ ids, act }: { ids: number[]; act: JobAct }): Promise<JobsTold> => {
      const failures = await inTurns(ids, (id) => send(id, act));
      const [first] = failures;
      return {
        act,
        done: ids.length - failures.length,
        refused: failures.length,
        why: first === undefined ? '' : problemOf(first).message,
      };
    },
    onSuccess: setTold,
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationKeys.all }),
  });
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), shownFor);
    return () => clearTimeout(timer);
  }, [told]);
  return {
    told,
    pending: mutation.isPending,
    act: (ids: number[], act: JobAct) => ids.length > 0 && mutation.mutate({ ids, act }),
  };
}
