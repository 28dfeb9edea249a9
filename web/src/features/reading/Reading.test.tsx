import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import type { Reprocessing } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const runId = '01930000-0000-7000-8000-0000000000b1';

function run(change: Partial<Reprocessing> = {}): Reprocessing {
  return {
    id: runId,
    dryRun: true,
    extractorVersion: 6,
    createdAt: '2026-11-20T08:00:00Z',
    sources: 1,
    done: 1,
    added: 0,
    removed: 0,
    changed: 1,
    results: [
      {
        sourceId: ids.source,
        state: 'COMPARED',
        oldExtractor: 5,
        added: 0,
        removed: 0,
        changed: 1,
        samples: [{ kind: 'MODIFIED', subject: 'Pro', field: 'amount', before: '$4', after: '$49' }],
      },
    ],
    ...change,
  };
}

function as(role: 'viewer' | 'analyst') {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role } }),
    ),
  );
}

test('an analyst compares a page; the progress is followed and what differs is listed', async () => {
  as('analyst');
  const asked: unknown[] = [];
  let reads = 0;
  server.use(
    http.post('/api/v1/reprocessings', async ({ request, response }) => {
      asked.push(await request.json());
      return response(202).json(run({ done: 0, changed: 0, results: [] }));
    }),
    http.get('/api/v1/reprocessings/{id}', ({ response }) => {
      reads += 1;
      return response(200).json(reads > 1 ? run() : run({ done: 0, changed: 0, results: [] }));
    }),
  );
  const { container, router } = renderApp(`/sources/${ids.source}/reading`);

  await userEvent.click(await screen.findByRole('button', { name: 'Compare only' }));
  expect(await screen.findByText('0 of 1 pages read')).toBeVisible();
  expect(await screen.findByText('One fact differs')).toBeVisible();
  expect(asked).toEqual([{ sourceId: ids.source, dryRun: true }]);
  expect(router.state.location.search).toEqual({ run: runId });
  await userEvent.click(screen.getByText('Show 1 fact'));
  expect(screen.getByRole('row', { name: /Pro amount \$4 \$49/ })).toBeVisible();
  expect(await screen.findByRole('link', { name: 'brightdesk.localhost:8090/pricing' })).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('a run that finds nothing says so', async () => {
  server.use(
    http.get('/api/v1/reprocessings/{id}', ({ response }) => response(200).json(run({ changed: 0, results: [] }))),
  );
  renderApp(`/sources/${ids.source}/reading?run=${runId}`);

  expect(await screen.findByText(/Nothing differs/)).toBeVisible();
});

test('a viewer is told who may read a page again, an analyst who may read all of them', async () => {
  as('viewer');
  const { unmount } = renderApp(`/sources/${ids.source}/reading`);
  expect(await screen.findByText(/needs the analyst role/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Compare only' })).toBeNull();
  unmount();

  as('analyst');
  renderApp('/reading');
  expect(await screen.findByText(/needs the admin role/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Compare only' })).toBeNull();
  expect(await screen.findByText('No page was read again yet.')).toBeVisible();
});

test('an admin keeps what today\u2019s extractor reads of all pages, and opens an earlier run', async () => {
  const asked: unknown[] = [];
  const earlier = '01930000-0000-7000-8000-0000000000b2';
  const { results: _, ...head } = run({ id: earlier, changed: 0 });
  server.use(
    http.post('/api/v1/reprocessings', async ({ request, response }) => {
      asked.push(await request.json());
      return response(202).json(run({ dryRun: false }));
    }),
    http.get('/api/v1/reprocessings', ({ response }) => response(200).json([head])),
    http.get('/api/v1/reprocessings/{id}', ({ params, response }) =>
      response(200).json(run({ id: String(params.id), dryRun: false })),
    ),
  );
  const { container, router } = renderApp('/reading');

  await userEvent.click(await screen.findByRole('button', { name: 'Read again and keep' }));
  expect(await screen.findByText('One fact differs')).toBeVisible();
  expect(asked).toEqual([{ dryRun: false }]);
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('link', { name: /^Open the run of/ }));
  await waitFor(() => expect(router.state.location.search).toEqual({ run: earlier }));
});

test('a refused start says why', async () => {
  server.use(
    plain.post('http://ciq.test/api/v1/reprocessings', () =>
      HttpResponse.json({ title: 'Service unavailable', detail: 'Nothing was started: drained.' }, { status: 503 }),
    ),
  );
  renderApp('/reading');

  await userEvent.click(await screen.findByRole('button', { name: 'Compare only' }));
  expect(await screen.findByText('Nothing was started: drained.')).toBeVisible();
});
