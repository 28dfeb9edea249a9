import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import type { FirstSteps } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { FakeEventSource } from '../../test/fake-event-source';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const watching = (competitors: number) =>
  server.use(
    http.get('/api/v1/overview', ({ response }) =>
      response(200).json({ competitors, visits24h: 0, nextVisitAt: null, lastVisitAt: null, partial: [] }),
    ),
    http.get('/api/v1/signals', ({ response }) => response(200).json({ items: [], nextCursor: null })),
    http.get('/api/v1/competitors', ({ response }) => response(200).json({ items: [], nextCursor: null })),
  );

const firstSteps = (done: Partial<Record<FirstSteps['steps'][number]['step'], boolean | null>>, dismissed = false) =>
  server.use(
    http.get('/api/v1/first-steps', ({ response }) =>
      response(200).json({
        steps: (['ADD_COMPETITOR', 'CONFIRM_SOURCES', 'CHOOSE_CHANNEL', 'TRIAGE_SIGNAL', 'CONNECT_MODEL'] as const).map(
          (step) => ({ step, optional: step === 'CONNECT_MODEL', done: step in done ? (done[step] ?? null) : false }),
        ),
        dismissed,
        partial: [],
      }),
    ),
  );

test.each(['/welcome', '/', '/competitors'])(
  'where nobody is watched yet, %s leads to the first search',
  async (at) => {
    watching(0);
    const { container, router } = renderApp(at);

    const door = await screen.findByRole('region', { name: 'Add your first competitor' });
    expect(await violations(container)).toEqual([]);
    await userEvent.type(within(door).getByRole('textbox', { name: 'Address of the company' }), 'brightdesk.test');
    await userEvent.click(within(door).getByRole('button', { name: 'Find pages' }));

    await waitFor(() => expect(router.state.location.pathname).toBe('/competitors/new'));
    expect(router.state.location.search).toMatchObject({ url: 'brightdesk.test' });
  },
);

test('whoever watches somebody is not asked what to see first', async () => {
  const { router } = renderApp('/welcome');

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
});

test('a viewer is told who can add competitors', async () => {
  watching(0);
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp('/welcome');

  expect(await screen.findByText(/needs the analyst role/)).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Address of the company' })).toBeNull();
});

test('the list is there without the first steps when nobody can tell them', async () => {
  let asked = 0;
  server.use(
    plain.get('*/api/v1/first-steps', () => {
      asked += 1;
      return HttpResponse.json({ title: 'Not now', status: 404 }, { status: 404 });
    }),
  );
  renderApp('/');

  expect(await screen.findByRole('region', { name: 'Signals' })).toBeVisible();
  expect(await screen.findAllByRole('checkbox')).not.toHaveLength(0);
  expect(asked).toBe(1);
});

test('the list does not wait for first steps that never come', async () => {
  server.use(plain.get('*/api/v1/first-steps', () => new Promise<never>(() => {})));
  renderApp('/');

  expect(await screen.findByRole('region', { name: 'Signals' }, { timeout: 5000 })).toBeVisible();
});

test('the first steps say what is done and lead to what is not', async () => {
  firstSteps({ ADD_COMPETITOR: true, CONFIRM_SOURCES: true, CHOOSE_CHANNEL: null });
  const { container } = renderApp('/');

  const card = await screen.findByRole('region', { name: 'First steps' });
  expect(card).toHaveTextContent('2 of 4 done');
  const [add, , channel, triage, model] = within(card).getAllByRole('listitem');
  expect(add).toHaveTextContent('Done: Add a competitor');
  expect(channel).toHaveTextContent('Not known right now: Choose where alerts go');
  expect(within(channel as HTMLElement).getByRole('link')).toHaveAttribute('href', '/alerts');
  expect(triage).toHaveTextContent(/^Open: Triage one signalSave it/);
  expect(model).toHaveTextContent('optional');
  expect(await violations(container)).toEqual([]);
});

test('a signal that is triaged ticks its step off', async () => {
  firstSteps({ ADD_COMPETITOR: true });
  renderApp('/');
  const card = await screen.findByRole('region', { name: 'First steps' });
  expect(card).toHaveTextContent('1 of 4 done');

  firstSteps({ ADD_COMPETITOR: true, TRIAGE_SIGNAL: true });
  FakeEventSource.latest.open();
  FakeEventSource.latest.say('signal.updated', ids.signal);

  await waitFor(() => expect(card).toHaveTextContent('2 of 4 done'));
});

test('the steps are put away at once, and come back when that was refused', async () => {
  firstSteps({ ADD_COMPETITOR: true });
  let refuse = true;
  server.use(
    plain.put('http://ciq.test/api/v1/first-steps/dismissal', () =>
      refuse
        ? HttpResponse.json({ title: 'The gateway is away', status: 503 }, { status: 503 })
        : new HttpResponse(null, { status: 204 }),
    ),
  );
  renderApp('/');

  await userEvent.click(await screen.findByRole('button', { name: 'Hide these steps' }));
  expect(await screen.findByText(/could not be put away\. The gateway is away/)).toBeVisible();
  refuse = false;
  await userEvent.click(await screen.findByRole('button', { name: 'Hide these steps' }));

  await waitFor(() => expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull());
  expect(screen.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
});

test.each([
  [
    'every step that counts is done',
    { ADD_COMPETITOR: true, CONFIRM_SOURCES: true, CHOOSE_CHANNEL: true, TRIAGE_SIGNAL: true },
    false,
  ],
  ['they were put away', { ADD_COMPETITOR: true }, true],
  ['nobody is watched, which the doors ask for', {}, false],
])('no steps are shown once %s', async (_, done, dismissed) => {
  let asked = 0;
  firstSteps(done, dismissed);
  server.events.on('response:mocked', ({ request }) => {
    if (request.url.endsWith('/first-steps')) asked += 1;
  });
  renderApp('/');

  await waitFor(() => expect(asked).toBe(1));
  expect(await screen.findByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
  server.events.removeAllListeners();
});
