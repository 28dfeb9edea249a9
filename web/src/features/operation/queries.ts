import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import type { components } from '../../shared/api/schema.gen';
import type { DeadReason, JobState } from './job-states';

type Schemas = components['schemas'];
export type Queue = Schemas['Queue'];
export type Job = Schemas['Job'];
export type JobPage = Schemas['JobPage'];
export type DeadFilter = NonNullable<Schemas['DeadLettersRequest']['filter']>;
export type DeadLettersResult = Schemas['DeadLettersResult'];
export type Worker = Schemas['Worker'];

/** Which jobs of a queue are looked at. */
export type JobFilter = {
  state?: JobState | undefined;
  kind?: string | undefined;
  host?: string | undefined;
  reason?: DeadReason | undefined;
};

/** Kept here and not with the other keys: no live event touches them, and only these screens load them. */
export const operationKeys = {
  all: ['operation'],
  queues: ['operation', 'queues'],
  workers: ['operation', 'workers'],
  jobs: ['operation', 'jobs'],
  jobList: (queue: string, filter: JobFilter) => ['operation', 'jobs', queue, filter],
  job: (id: number) => ['operation', 'job', id],
  dead: ['operation', 'dead'],
  deadCount: (queue: string, filter: DeadFilter) => ['operation', 'dead', queue, filter],
} as const;

const everyFewSeconds = 5000;
const pageSize = 200;

export const operationQueries = {
  queues: () =>
    queryOptions({
      queryKey: operationKeys.queues,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/queues', { signal })),
      refetchInterval: everyFewSeconds,
    }),
  workers: () =>
    queryOptions({
      queryKey: operationKeys.workers,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workers', { signal })),
      refetchInterval: everyFewSeconds,
    }),
  jobs: (queue: string, filter: JobFilter) =>
    infiniteQueryOptions({
      queryKey: operationKeys.jobList(queue, filter),
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET('/api/v1/queues/{queue}/jobs', {
            params: {
              path: { queue },
              query: { ...given(filter), limit: pageSize, ...(pageParam && { cursor: pageParam }) },
            },
            signal,
          }),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      // What happens in the queue is heard from its events; rows do not move on their own account.
      refetchOnWindowFocus: false,
    }),
  job: (id: number) =>
    queryOptions({
      queryKey: operationKeys.job(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal })),
      refetchInterval: ({ state }) =>
        state.data?.state === 'queued' || state.data?.state === 'running' ? everyFewSeconds : false,
    }),
  /** How many dead letters match, and a few of them: what redriving would take, without taking it. */
  deadCount: (queue: string, filter: DeadFilter) =>
    queryOptions({
      queryKey: operationKeys.deadCount(queue, filter),
      queryFn: ({ signal }) =>
        unwrap(
          api.POST('/api/v1/queues/{queue}/dead/redrive', {
            params: { path: { queue } },
            body: { filter, dryRun: true },
            signal,
          }),
        ),
      staleTime: 0,
    }),
};

function given(filter: JobFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
