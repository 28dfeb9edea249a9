import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { competitor, fact, signal } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

beforeEach(() => {
  server.use(
    http.get('/api/v1/signals', ({ request, response }) => {
      const q = new URL(request.url).searchParams.get('q');
      return response(200).json({ items: q === null || q.includes('pro') ? [signal()] : [], nextCursor: null });
    }),
    http.get('/api/v1/competitors', ({ request, response }) => {
      const q = new URL(request.url).searchParams.get('q') ?? '';
      const items = 'brightdesk'.includes(q.toLowerCase()) ? [competitor] : [];
      return response(200).json({ items, nextCursor: null });
    }),
    http.get('/api/v1/documents', ({ response }) => response(200).json({ items: [], nextCursor: null })),
    http.get('/api/v1/facts', ({ response }) => response(200).json({ items: [fact()], nextCursor: 'more' })),
  );
});

test('the palette opens by key, finds as one types, and goes there without the mouse', async () => {
  const { container, router } = renderApp('/competitors');
  await screen.findByRole('button', { name: /Search or run/ });

  await userEvent.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Search or run a command' });
  expect(await violations(container)).toEqual([]);
  await userEvent.type(field, 'bright');
  const found = await screen.findByRole('option', { name: /BrightDesk/ });
  expect(within(found).getAllByText('Bright', { selector: 'mark' })[0]).toBeVisible();
  await waitFor(() => expect(field).toHaveAttribute('aria-activedescendant', found.id));
  await userEvent.keyboard('{Enter}');

  await waitFor(() => expect(router.state.location.pathname).toBe(`/competitors/${competitor.id}/overview`));
  expect(screen.queryByRole('combobox', { name: 'Search or run a command' })).toBeNull();
});

test('the palette runs commands, and offers none that would be refused', async () => {
  const { router } = renderApp('/competitors');
  await userEvent.click(await screen.findByRole('button', { name: /Search or run/ }));
  const field = await screen.findByRole('combobox');

  expect(screen.queryByRole('option', { name: /Dead letters/ })).toBeNull();
  await userEvent.type(field, 'alert rule');
  await screen.findByRole('option', { name: 'New alert rule' });
  await userEvent.keyboard('{ArrowUp}{ArrowDown}{Enter}');

  await waitFor(() => expect(router.state.location.pathname).toBe('/alerts/new'));
});

test('g and a letter lead to a screen; the letter does nothing else, and no key does when they are off', async () => {
  const { router } = renderApp('/');
  await screen.findByRole('button', { name: 'Keyboard shortcuts' });
  await screen.findByRole('link', { name: /Pro rises/ });

  await userEvent.keyboard('gc');
  await waitFor(() => expect(router.state.location.pathname).toBe('/competitors'));

  await userEvent.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Use single-key shortcuts' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  await userEvent.keyboard('gi');
  expect(router.state.location.pathname).toBe('/competitors');
});

test('the list of keys knows those of the screen', async () => {
  const { container } = renderApp('/');
  await screen.findByRole('button', { name: 'Keyboard shortcuts' });
  await screen.findByRole('link', { name: /Pro rises/ });

  await userEvent.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getByText('Next signal')).toBeVisible();
  expect(within(dialog).getByText('Snooze')).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('the search page groups what it finds, says where it looked, and the address is the search', async () => {
  const { container, router } = renderApp('/search?q=pro');

  const signals = await screen.findByRole('region', { name: 'Signals' });
  expect(within(signals).getByRole('link')).toHaveTextContent('Pro rises from $49 to $59 per month');
  expect(within(signals).getAllByText('Pro', { selector: 'mark' })[0]).toBeVisible();
  expect(await screen.findByRole('region', { name: 'Facts' })).toHaveTextContent('among the newest 200');
  expect(await violations(container)).toEqual([]);

  await userEvent.click(within(screen.getByRole('navigation', { name: 'What to search' })).getByText(/^Facts/));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ q: 'pro', type: 'fact' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Signals' })).toBeNull());
});

test('nothing found offers the nearest name', async () => {
  renderApp('/search?q=brihtdesk');

  await userEvent.click(await screen.findByRole('button', { name: 'BrightDesk' }));

  expect(await screen.findByRole('region', { name: 'Competitors' })).toHaveTextContent('BrightDesk');
});

test('an address that leads nowhere offers a search for its words', async () => {
  renderApp('/pricing-of-brightdesk');

  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  expect(screen.getByRole('link', { name: /pricing of brightdesk/ })).toHaveAttribute(
    'href',
    expect.stringContaining('/search?q='),
  );
});
