import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { FakeEventSource } from '../../test/fake-event-source';
import { session, signal } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const first = signal({ id: '01930000-0000-7000-8000-0000000000b1', headline: 'Pro rises from $49 to $59' });
const second = signal({
  id: '01930000-0000-7000-8000-0000000000b2',
  headline: 'SSO moved to Business',
  detectedAt: '2026-11-19T08:00:00Z',
});
const inbox = (...items: (typeof first)[]) =>
  server.use(http.get('/api/v1/signals', ({ response }) => response(200).json({ items, nextCursor: null })));
const row = (name: string) => screen.findByRole('link', { name });

test('a row tells what moved, how much it matters, who and when', async () => {
  inbox(first);
  const { container } = renderApp('/');

  const item = (await row(first.headline)).closest('li') as HTMLElement;
  expect(item).toHaveTextContent('Critical');
  expect(item).toHaveTextContent('$49/mo');
  expect(item).toHaveTextContent('$59/mo');
  expect(item).toHaveTextContent('+20.4%');
  expect(item).toHaveTextContent('BrightDesk');
  expect(within(item).getByText(/2026/)).toBeInTheDocument();
  expect(await violations(container)).toEqual([]);
});

test('j and k walk the rows, e finishes one, z takes it back', async () => {
  inbox(first, second);
  const user = userEvent.setup();
  renderApp('/');
  await row(first.headline);

  await user.keyboard('j');
  expect(await row(first.headline)).toHaveFocus();
  await user.keyboard('j');
  expect(await row(second.headline)).toHaveFocus();
  await user.keyboard('ke');
  await waitFor(() => expect(screen.queryByRole('link', { name: first.headline })).toBeNull());
  await waitFor(() => expect(screen.getByRole('link', { name: second.headline })).toHaveFocus());
  expect(screen.getByText(`Done: ${first.headline}`)).toBeVisible();

  await user.keyboard('z');
  expect(await row(first.headline)).toBeVisible();
});

test('a refused move puts the row back and says why', async () => {
  inbox(first);
  server.use(
    plain.post('http://ciq.test/api/v1/signals/triage', () =>
      HttpResponse.json({ title: 'Analysis is away', status: 503 }, { status: 503 }),
    ),
  );
  renderApp('/');
  await row(first.headline);

  await userEvent.click(screen.getByRole('button', { name: `Save: ${first.headline}` }));

  expect(await screen.findByText(/stays where it was. Analysis is away/)).toBeVisible();
  expect(screen.getByRole('link', { name: first.headline })).toBeVisible();
});

test('new signals wait behind a pill, rows do not move by themselves', async () => {
  inbox(second);
  renderApp('/');
  await row(second.headline);
  inbox(first, second);

  FakeEventSource.latest.open();
  FakeEventSource.latest.say('signal.created', first.id);

  const pill = await screen.findByRole('button', { name: /1 new signal/ });
  expect(screen.queryByRole('link', { name: first.headline })).toBeNull();
  await userEvent.click(pill);
  expect(await row(first.headline)).toBeVisible();
});

test('filters live in the address and can be cleared', async () => {
  inbox();
  const { router } = renderApp('/?severity=LOW&triage=bogus');

  expect(await screen.findByText('No signal matches these filters.')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Severity' })).toHaveValue('LOW');
  await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('severity'));
});

test('silence is explained', async () => {
  inbox();
  renderApp('/');

  expect(await screen.findByText('All caught up.')).toBeVisible();
  expect(screen.getByText(/214 visits in the last 24 hours/)).toBeVisible();
});

test('without a competitor the inbox is the way to the first one', async () => {
  inbox();
  server.use(http.get('/api/v1/overview', ({ response }) => response(200).json({ competitors: 0, partial: [] })));
  renderApp('/');

  expect(await screen.findByRole('textbox', { name: 'Address of the company' })).toBeVisible();
});

test('a viewer reads and moves nothing', async () => {
  inbox(first);
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp('/');
  await row(first.headline);

  expect(screen.queryByRole('button', { name: /^Done/ })).toBeNull();
});

test('a row stands for its story, and its sources open below it', async () => {
  const story = { id: '01930000-0000-7000-8000-0000000000f1', signals: 3, sources: 3, leadSignalId: first.id };
  const lead = { ...first, story };
  const asked: (string | null)[] = [];
  server.use(
    http.get('/api/v1/signals', ({ query, response }) => {
      asked.push(query.get('collapsed'));
      const items = query.get('storyId') ? [lead, { ...second, story }] : [lead];
      return response(200).json({ items, nextCursor: null });
    }),
  );
  const { container } = renderApp('/');
  await row(first.headline);

  await userEvent.click(screen.getByRole('button', { name: '+2 sources' }));

  expect(await row(second.headline)).toBeVisible();
  expect(asked[0]).toBe('true');
  expect(await violations(container)).toEqual([]);
});

test('h snoozes until something happens, the whole story with it', async () => {
  inbox(first);
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/signals/triage', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json({ updated: [first.id], failed: [], undoToken: null });
    }),
  );
  const user = userEvent.setup();
  renderApp('/');
  await row(first.headline);

  await user.keyboard('jh');
  await user.click(await screen.findByRole('radio', { name: /moves by at least/ }));
  await user.click(screen.getByRole('button', { name: 'Snooze' }));

  await waitFor(() =>
    expect(sent).toEqual([
      { ids: [first.id], triage: 'SNOOZED', wholeStories: true, until: { kind: 'BIGGER_THAN', percent: 10 } },
    ]),
  );
});

test('x selects rows, one key moves them all, and one undo brings them back', async () => {
  inbox(first, second);
  const sent: unknown[] = [];
  const token = '01930000-0000-7000-8000-0000000000aa';
  server.use(
    http.post('/api/v1/signals/triage', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json({ updated: [first.id, second.id], failed: [], undoToken: token });
    }),
    http.post('/api/v1/signals/undo', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json({ updated: [first.id, second.id], failed: [], undoToken: null });
    }),
  );
  const user = userEvent.setup();
  const { container } = renderApp('/');
  await row(first.headline);

  await user.keyboard('jxjx');
  expect(await screen.findByText('2 selected')).toBeVisible();
  expect(await violations(container)).toEqual([]);
  await user.keyboard('e');
  await waitFor(() => expect(screen.queryByRole('link', { name: first.headline })).toBeNull());
  expect(await screen.findByText('Done: 2 signals')).toBeVisible();
  await waitFor(() => expect(sent).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Undo' }));

  expect(await row(first.headline)).toBeVisible();
  expect(await row(second.headline)).toBeVisible();
  await waitFor(() =>
    expect(sent).toEqual([{ ids: [first.id, second.id], triage: 'DONE', wholeStories: true, until: null }, { token }]),
  );
});
