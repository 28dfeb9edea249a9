import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { Problem, problemOf } from '../../shared/api/problem';
import { inTurns } from '../../shared/api/turns';
import type { Schedule, WatchedSource } from '../../shared/api/types';

export type SourceAct =
  | { act: 'pause' | 'resume' | 'visit' | 'delete' }
  /** An ISO-8601 duration. */
  | { act: 'interval'; every: string };

export type SourcesTold = {
  act: SourceAct['act'];
  done: string[];
  refused: number;
  why: string;
};

const shownFor = 20_000;

/** What is done to many pages at once; each is answered for itself. Pausing and resuming take each other back. */
export function useSourceActs() {
  const queryClient = useQueryClient();
  const [told, setTold] = useState<SourcesTold | null>(null);
  const mutation = useMutation({
    mutationFn: async ({ sources, wanted }: { sources: Pick<WatchedSource, 'id'>[]; wanted: SourceAct }) => {
      const outcome = await send(sources, wanted);
      return { act: wanted.act, ...outcome };
    },
    onSuccess: setTold,
    onError: (error, { sources, wanted }) =>
      setTold({ act: wanted.act, done: [], refused: sources.length, why: problemOf(error).message }),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.sources }),
        queryClient.invalidateQueries({ queryKey: keys.competitorOverviews }),
      ]),
  });
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), shownFor);
    return () => clearTimeout(timer);
  }, [told]);
  return {
    told,
    pending: mutation.isPending,
    act: (sources: Pick<WatchedSource, 'id'>[], wanted: SourceAct) =>
      sources.length > 0 && mutation.mutate({ sources, wanted }),
    undo: () => {
      if (told?.act !== 'pause' && told?.act !== 'resume') return;
      const back = told.act === 'pause' ? 'resume' : 'pause';
      mutation.mutate({ sources: told.done.map((id) => ({ id })), wanted: { act: back } });
    },
  };
}

async function send(sources: Pick<WatchedSource, 'id'>[], wanted: SourceAct): Promise<Omit<SourcesTold, 'act'>> {
  const ids = sources.map(({ id }) => id);
  if (wanted.act === 'pause' || wanted.act === 'resume') {
    const { updated, failed } = await unwrap(
      api.POST('/api/v1/sources/bulk', { body: { ids, paused: wanted.act === 'pause' } }),
    );
    return { done: updated, refused: failed.length, why: failed[0]?.problem ?? '' };
  }
  const done: string[] = [];
  const failures = await inTurns(ids, async (id) => {
    await one(id, wanted);
    done.push(id);
  });
  return { done, refused: failures.length, why: failures.length > 0 ? problemOf(failures[0]).message : '' };
}

/** The gateway has no bulk form of these, so each page is asked for by itself. */
async function one(id: string, wanted: Exclude<SourceAct, { act: 'pause' | 'resume' }>): Promise<void> {
  const path = { id };
  switch (wanted.act) {
    case 'visit':
      await unwrap(api.POST('/api/v1/sources/{id}/visits', { params: { path } }));
      return;
    case 'delete':
      await unwrap(api.DELETE('/api/v1/sources/{id}', { params: { path } }));
      return;
    case 'interval': {
      // Read first: the rest of its schedule stays, and the edit is refused when somebody else was faster.
      const source = await unwrap(api.GET('/api/v1/sources/{id}', { params: { path } }));
      if (source.schedule?.cron) throw new Problem({ status: 409, title: 'It is visited by a cron expression' });
      await unwrap(
        api.PATCH('/api/v1/sources/{id}', {
          params: { path, header: { 'If-Match': `"${source.version}"` } },
          body: { schedule: everyOther(source.schedule ?? {}, wanted.every) },
        }),
      );
    }
  }
}

/** The same zone, window and way of following changes; bounds and jitter were made for the old interval. */
function everyOther({ zone, window, adaptive }: Schedule, interval: string): Schedule {
  return { interval, ...(zone && { zone }), ...(window && { window }), ...(adaptive && { adaptive: {} }) };
}
