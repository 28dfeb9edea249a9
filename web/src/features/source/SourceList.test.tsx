import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { WatchedSource } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { source } from '../../test/source-fixtures';

const blockedId = '01930000-0000-7000-8000-0000000000b1';
let items: WatchedSource[] = [];

beforeEach(() => {
  items = [
    source({ id: ids.source, title: 'Pricing' }),
    source({
      id: blockedId,
      title: 'Changelog',
      url: 'http://brightdesk.localhost:8090/changelog',
      kind: 'CHANGELOG',
      condition: { state: 'BLOCKED', reason: 'The site sent us away three times.', fix: 'Visit it less often.' },
    }),
  ];
  server.use(http.get('/api/v1/sources', ({ response }) => response(200).json({ items, nextCursor: null })));
});

test('pages that need somebody come first, with why and what to do', async () => {
  const { container, router } = renderApp('/sources');

  const rows = await screen.findAllByRole('row', { name: /Pricing|Changelog/ });
  expect(rows[0]).toHaveTextContent('Changelog');
  expect(rows[0]).toHaveTextContent('The site sent us away three times.');
  expect(rows[0]).toHaveTextContent('Visit it less often.');
  expect(await violations(container)).toEqual([]);

  await userEvent.selectOptions(screen.getByLabelText('State'), 'BLOCKED');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ state: 'BLOCKED' }));
  expect(screen.queryByRole('link', { name: 'Pricing' })).toBeNull();
  await userEvent.type(screen.getByRole('searchbox'), 'nothing like it');
  expect(await screen.findByText('No page matches these filters.')).toBeVisible();
  await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
  expect(await screen.findByRole('link', { name: 'Pricing' })).toBeVisible();
});

test('selected pages are paused together, and undo resumes those that were', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/sources/bulk', async ({ request, response }) => {
      const body = await request.json();
      sent.push(body);
      return response(200).json({ updated: [ids.source], failed: [{ id: blockedId, problem: 'It is gone' }] });
    }),
  );
  renderApp('/sources');

  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(await screen.findByText('1 page is paused.')).toBeVisible();
  expect(screen.getByText('1 was refused: It is gone')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  await waitFor(() =>
    expect(sent).toEqual([
      { ids: [blockedId, ids.source], paused: true },
      { ids: [ids.source], paused: false },
    ]),
  );
});

test('a new interval keeps the rest of the schedule, and deleting asks first', async () => {
  const sent: unknown[] = [];
  const deleted: string[] = [];
  server.use(
    http.patch('/api/v1/sources/{id}', async ({ request, response }) => {
      sent.push([request.headers.get('if-match'), await request.json()]);
      return response(200).json(source());
    }),
    http.delete('/api/v1/sources/{id}', ({ params, response }) => {
      deleted.push(String(params.id));
      return response(204).empty();
    }),
  );
  renderApp('/sources');

  await userEvent.click(await screen.findByRole('checkbox', { name: /^Select .*pricing/ }));
  const bar = screen.getByRole('group', { name: 'What to do with the selected pages' });
  await userEvent.selectOptions(within(bar).getByRole('combobox'), 'PT1H');
  expect(await screen.findByText('1 page has a new interval.')).toBeVisible();
  expect(sent).toEqual([['"1"', { schedule: { interval: 'PT1H', zone: 'UTC' } }]]);

  await userEvent.click(screen.getByRole('checkbox', { name: /^Select .*pricing/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Stop watching\u2026' }));
  const dialog = await screen.findByRole('dialog', { name: 'Stop watching 1 page?' });
  expect(deleted).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop watching' }));
  expect(await screen.findByText('1 page is no longer watched.')).toBeVisible();
  expect(deleted).toEqual([ids.source]);
});
