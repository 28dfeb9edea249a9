import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { violations } from '../../test/axe';
import { ids, overview, session, signal } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const demoId = '01930000-0000-7000-8000-0000000000d1';
const homeId = session.workspace.id;
const asked = vi.fn();

const demo = (state: 'ABSENT' | 'LOADING' | 'READY') =>
  server.use(
    http.get('/api/v1/demo-data', ({ response }) => response(200).json({ state, workspaceId: demoId, homeId })),
  );
const inDemo = () =>
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, workspace: { id: demoId, name: 'Demo data', demo: true } }),
    ),
  );

beforeEach(() => {
  asked.mockClear();
  server.use(
    plain.post('http://ciq.test/api/v1/session/workspace', async ({ request }) => {
      asked('enter', await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete('/api/v1/demo-data', () => {
      asked('remove');
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

test('the second door has demo data made and goes there', async () => {
  server.use(
    http.get('/api/v1/overview', ({ response }) => response(200).json({ competitors: 0, partial: [] })),
    http.post('/api/v1/demo-data', ({ response }) =>
      response(200).json({ state: 'LOADING', workspaceId: demoId, homeId }),
    ),
  );
  renderApp('/welcome');

  await userEvent.click(await screen.findByRole('button', { name: 'Look around' }));

  await waitFor(() => expect(asked).toHaveBeenCalledWith('enter', { workspaceId: demoId }));
});

test('whoever watches somebody already finds the way under the settings', async () => {
  server.use(
    http.get('/api/v1/workspace/erasure', ({ response }) => response(200).json({ erasure: null })),
    http.post('/api/v1/demo-data', ({ response }) =>
      response(200).json({ state: 'READY', workspaceId: demoId, homeId }),
    ),
  );
  renderApp('/settings/data');

  await userEvent.click(await screen.findByRole('button', { name: 'Look around' }));

  await waitFor(() => expect(asked).toHaveBeenCalledWith('enter', { workspaceId: demoId }));
});

test('a competitor on whose pages nothing has changed yet offers to see a change in demo data', async () => {
  server.use(
    http.get('/api/v1/competitors/{id}/overview', ({ response }) =>
      response(200).json(overview({ latestSignals: [] })),
    ),
    http.post('/api/v1/demo-data', ({ response }) =>
      response(200).json({ state: 'READY', workspaceId: demoId, homeId }),
    ),
  );
  renderApp(`/competitors/${ids.competitor}`);

  await userEvent.click(await screen.findByRole('button', { name: 'See what a change looks like' }));

  await waitFor(() => expect(asked).toHaveBeenCalledWith('enter', { workspaceId: demoId }));
});

test('a door that does not open says why', async () => {
  server.use(
    http.get('/api/v1/overview', ({ response }) => response(200).json({ competitors: 0, partial: [] })),
    plain.post('http://ciq.test/api/v1/demo-data', () =>
      HttpResponse.json(
        { title: 'Service Unavailable', detail: 'A part of the system is away.', status: 503 },
        { status: 503 },
      ),
    ),
  );
  renderApp('/welcome');

  await userEvent.click(await screen.findByRole('button', { name: 'Look around' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('A part of the system is away.');
  expect(asked).not.toHaveBeenCalled();
});

test.each(['/', '/competitors', '/settings/appearance'])(
  'above %s stands that nothing is real, and how to leave',
  async (at) => {
    inDemo();
    demo('READY');
    const { container } = renderApp(at);

    const banner = await screen.findByRole('complementary', { name: 'Demo data' });
    expect(banner).toHaveTextContent('This is demo data.');
    expect(await violations(container)).toEqual([]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add your own competitor' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: 'Add your own competitor' }));
    await waitFor(() => expect(asked).toHaveBeenCalledWith('enter', { workspaceId: homeId }));

    await userEvent.click(screen.getByRole('button', { name: 'Remove demo data' }));
    await waitFor(() => expect(asked).toHaveBeenCalledWith('remove'));
  },
);

test('where everything is real there is no banner', async () => {
  renderApp('/');

  expect(await screen.findByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  expect(screen.queryByRole('complementary', { name: 'Demo data' })).toBeNull();
});

test('what has been read meanwhile appears by itself', async () => {
  inDemo();
  demo('LOADING');
  server.use(http.get('/api/v1/signals', ({ response }) => response(200).json({ items: [], nextCursor: null })));
  renderApp('/');
  expect(await screen.findByText(/Their pages are being read/)).toBeVisible();

  demo('READY');
  server.use(
    http.get('/api/v1/signals', ({ response }) => response(200).json({ items: [signal()], nextCursor: null })),
  );

  expect(await screen.findByRole('link', { name: signal().headline }, { timeout: 5000 })).toBeVisible();
  expect(screen.queryByText(/Their pages are being read/)).toBeNull();
}, 10_000);
