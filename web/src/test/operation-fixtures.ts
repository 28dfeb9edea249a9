import type { components } from '../shared/api/schema.gen';
import { ids, session } from './fixtures';

type Schemas = components['schemas'];

/** Somebody who may operate the queues. */
export const operator: Schemas['Session'] = { ...session, member: { ...session.member, queueAdmin: true } };

export function queue(change: Partial<Schemas['Queue']> = {}): Schemas['Queue'] {
  return {
    queue: 'crawl-jobs',
    paused: false,
    draining: false,
    mode: 'tickets',
    depth: { ready: 42, delayed: 7, inflight: 5, dead: 3 },
    oldestAgeSeconds: 184,
    oldestInflightSeconds: 12,
    ratesPerMinute: { completed: 19.4, dead: 0.6, cancelled: 0 },
    limiter: { limit: 100, windowSeconds: 60, used: 31 },
    workers: { total: 1, draining: 0, direct: 0 },
    redisGeneration: 'a1',
    tickets: 42,
    settings: {},
    ...change,
  };
}

export function job(change: Partial<Schemas['Job']> = {}): Schemas['Job'] {
  return {
    id: 4711,
    queue: 'crawl-jobs',
    kind: 'crawl.visit',
    workspaceId: ids.member,
    state: 'dead',
    priority: 'normal',
    host: 'brightdesk.localhost',
    runAt: '2026-11-20T08:00:00Z',
    attempt: 3,
    maxAttempts: 3,
    crashes: 0,
    cancelRequested: false,
    createdAt: '2026-11-20T07:59:00Z',
    startedAt: '2026-11-20T08:00:01Z',
    finishedAt: '2026-11-20T08:00:31Z',
    reason: 'exhausted',
    error: 'java.util.concurrent.TimeoutException: 30 s',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    payload: {},
    ...change,
  };
}

export function worker(change: Partial<Schemas['Worker']> = {}): Schemas['Worker'] {
  return {
    id: ids.source,
    service: 'crawl',
    host: 'node-1',
    pid: 77,
    version: '0.1.0',
    queues: ['crawl-jobs'],
    slots: 5,
    running: 2,
    direct: false,
    draining: false,
    startedAt: '2026-11-20T07:00:00Z',
    seenAt: '2026-11-20T08:00:00Z',
    lost: false,
    ...change,
  };
}
