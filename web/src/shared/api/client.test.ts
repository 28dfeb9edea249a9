import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import { server } from '../../test/server';
import { api, unwrap } from './client';
import { Problem, problemOf } from './problem';

const failure = (pending: Promise<unknown>): Promise<Problem> =>
  pending.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: unknown) => problemOf(error),
  );

test('a problem document keeps its words, fields and trace id', async () => {
  server.use(
    plain.post('http://ciq.test/api/v1/setup', () =>
      HttpResponse.json(
        {
          type: 'urn:ciq:problem:invalid',
          title: 'Not valid',
          status: 400,
          traceId: 't1',
          errors: [{ field: 'setUp.email', message: 'is taken' }],
        },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );

  const problem = await failure(
    unwrap(api.POST('/api/v1/setup', { body: { workspaceName: 'a', name: 'b', email: 'c', password: 'd' } })),
  );

  expect(problem).toMatchObject({ status: 400, message: 'Not valid', traceId: 't1' });
  expect(problem.fieldError('email')).toBe('is taken');
});

test('an error page of a proxy is never shown', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/model', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })),
  );

  const problem = await failure(unwrap(api.GET('/api/v1/model')));

  expect(problem.message).toBe('The server could not answer');
  expect(problem.detail).not.toContain('<h1>');
});

test('no answer at all is told as such', async () => {
  server.use(plain.get('http://ciq.test/api/v1/model', () => HttpResponse.error()));

  expect(await failure(unwrap(api.GET('/api/v1/model')))).toMatchObject({
    status: 0,
    message: 'The server cannot be reached',
  });
});

test('what changes something carries the CSRF header, what reads does not', async () => {
  const seen: Record<string, string | null> = {};
  server.use(
    plain.all('http://ciq.test/api/v1/session', ({ request }) => {
      seen[request.method] = request.headers.get('X-CIQ-CSRF');
      return new HttpResponse(null, { status: 204 });
    }),
  );

  await unwrap(api.GET('/api/v1/session'));
  await unwrap(api.DELETE('/api/v1/session'));

  expect(seen).toEqual({ GET: null, DELETE: '1' });
});

test('a programming error keeps its message but is no server problem', () => {
  expect(problemOf(new Error('boom'))).toBeInstanceOf(Problem);
  expect(problemOf(new Error('boom'))).toMatchObject({ status: 0, detail: 'boom' });
});
