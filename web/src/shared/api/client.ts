import createClient from 'openapi-fetch';
import { begun } from '../ahead/begun';
import { problemFrom, unreachable } from './problem';
import type { paths } from './schema.gen';

// An absolute origin because fetch outside a browser refuses relative addresses; late-bound so that tests can step in.
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: (request) => begun(request) ?? globalThis.fetch(request),
});

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-CIQ-CSRF', '1');
    return request;
  },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; throws a {@link Problem} for everything else. */
export async function unwrap<T>(pending: Promise<Answer<T>>): Promise<T> {
  const answer = await pending.catch((error: unknown) => {
    throw error instanceof TypeError ? unreachable() : error;
  });
  if (!answer.response.ok) throw problemFrom(answer.response.status, answer.error);
  return answer.data as T;
}
