import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

test('how long pages are kept is tried before it is saved', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('/api/v1/retention', ({ response }) =>
      response(200).json({ scope: 'DEFAULT', rule: { keepNewest: 10, keepChanged: true, bodyDays: 90 } }),
    ),
    http.post('/api/v1/retention/preview', ({ response }) =>
      response(200).json({ snapshots: 12, bytes: 3_400_000, complete: true, sources: [] }),
    ),
    http.put('/api/v1/retention', async ({ request, response }) => {
      const rule = await request.json();
      sent.push(rule);
      return response(200).json({ scope: 'WORKSPACE', rule });
    }),
  );
  const { container } = renderApp('/settings/workspace');
  const user = userEvent.setup();

  const days = await screen.findByLabelText('Keep every page for this many days');
  expect(screen.getByText('As installed')).toBeVisible();
  expect(await violations(container)).toEqual([]);
  await user.clear(days);
  await user.type(days, '30');
  await user.click(screen.getByRole('button', { name: 'What would be released' }));
  expect(await screen.findByText('12 stored pages, 3.4 MB, would be released now.')).toBeVisible();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ keepNewest: 10, keepChanged: true, bodyDays: 30 }]));
});

test('who is no admin sees the workspace and not its rule', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'analyst' } }),
    ),
  );
  renderApp('/settings/workspace');

  expect(await screen.findByText('Only admins see and change it.')).toBeVisible();
});

test('everything that is connected is on one screen, each with the way to set it up', async () => {
  server.use(
    http.get('/api/v1/providers', ({ response }) =>
      response(200).json([
        {
          provider: 'apify',
          name: 'Apify',
          state: 'REFUSED',
          resting: false,
          budget: { monthMicros: 0, sourceMicros: 0 },
          month: { month: '2026-11-01', spentMicros: 0, reservedMicros: 0 },
        },
      ]),
    ),
  );
  const { container } = renderApp('/settings/connectors');

  const collecting = await screen.findByRole('region', { name: 'Collecting' });
  expect(await within(collecting).findByText('Key refused')).toBeVisible();
  expect(within(collecting).getByRole('link', { name: 'Set up Apify' })).toHaveAttribute('href', '/providers');
  expect(await screen.findByText('Not configured')).toBeVisible();
  expect(await screen.findByText(/No channel yet/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('how it looks takes effect at once and stays in this browser', async () => {
  const { container } = renderApp('/settings/appearance');
  const user = userEvent.setup();

  await user.click(await screen.findByRole('radio', { name: 'Compact' }));
  await user.click(screen.getByRole('radio', { name: 'Orange and blue' }));
  expect(document.documentElement.dataset).toMatchObject({ density: 'compact', diff: 'blueOrange' });
  expect(JSON.parse(localStorage.getItem('ciq-appearance') ?? '{}')).toMatchObject({ density: 'compact' });
  expect(await violations(container)).toEqual([]);

  await user.click(screen.getByRole('radio', { name: 'Comfortable' }));
  await user.click(screen.getByRole('radio', { name: 'Red and green' }));
  expect(document.documentElement.dataset.density).toBe('comfortable');
});

test('single keys are switched off in the settings, too', async () => {
  renderApp('/settings/shortcuts');

  const box = await screen.findByRole('checkbox', { name: 'Use single-key shortcuts' });
  await userEvent.click(box);
  expect(box).not.toBeChecked();
  expect(localStorage.getItem('ciq-single-key-shortcuts')).toBe('off');
});

test('settings open at the workspace, and the list beside them says where one is', async () => {
  server.use(
    http.get('/api/v1/retention', ({ response }) =>
      response(200).json({ scope: 'DEFAULT', rule: { keepNewest: 10, keepChanged: true, bodyDays: 90 } }),
    ),
  );
  const { router } = renderApp('/settings');

  expect(await screen.findByRole('heading', { level: 1, name: 'Workspace' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/settings/workspace');
  const list = screen.getByRole('navigation', { name: 'Settings' });
  expect(within(list).getByRole('link', { current: 'page' })).toHaveTextContent('Workspace');
  const toggle = within(list).getByRole('button', { name: 'Settings: Workspace' });
  await userEvent.click(toggle);
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(
    within(within(list).getByRole('list', { name: 'Only you' })).getByRole('link', { name: 'Appearance' }),
  );
  expect(await screen.findByRole('button', { name: 'Settings: Appearance' })).toHaveAttribute('aria-expanded', 'false');
});
