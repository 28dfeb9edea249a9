import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import type { ConfigPlan } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const plan: ConfigPlan = {
  dryRun: true,
  prune: false,
  create: 1,
  update: 1,
  unchanged: 3,
  archive: 0,
  failed: 0,
  items: [
    {
      part: 'SOURCE',
      key: 'acme.com https://acme.com/pricing',
      act: 'UPDATE',
      line: 7,
      changes: [{ field: 'title', before: 'Plans', after: 'Prices' }],
      outcome: 'PLANNED',
    },
    {
      part: 'CHANNEL',
      key: 'Router',
      act: 'CREATE',
      line: 9,
      changes: [{ field: 'name', after: 'Router' }],
      outcome: 'PLANNED',
    },
    { part: 'COMPANY', key: 'company', act: 'UNCHANGED', line: 2, changes: [], outcome: 'PLANNED' },
  ],
};

const paste = async (text: string) => {
  await userEvent.click(await screen.findByLabelText(/Document/));
  await userEvent.paste(text);
};

test('a document is planned first and then applied as it was planned', async () => {
  const asked: unknown[] = [];
  server.use(
    http.put('/api/v1/workspace/config', async ({ request, response }) => {
      const query = new URL(request.url).searchParams;
      const dryRun = query.get('dryRun') === 'true';
      asked.push([dryRun, query.get('prune'), request.headers.get('Content-Type'), await request.text()]);
      const outcome = dryRun ? 'PLANNED' : 'DONE';
      const items = plan.items.map((item) => ({
        ...item,
        outcome,
        ...(item.part === 'CHANNEL' && !dryRun && { secret: 'whsec_once' }),
      }));
      return response(200).json({ ...plan, dryRun, items } as ConfigPlan);
    }),
  );
  const { container } = renderApp('/settings/config');

  await paste('version: 1\n');
  expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show the plan' }));
  expect(await screen.findByText('Create 1, update 1, archive 0, unchanged 3.')).toBeVisible();
  expect(screen.getByRole('row', { name: /7 Update Source acme.com .* title: "Plans" → "Prices"/ })).toBeVisible();
  expect(screen.queryByText('Our company', { selector: 'td' })).toBeNull();
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }));

  expect(await screen.findByText('whsec_once')).toBeVisible();
  expect(asked).toEqual([
    [true, 'false', 'application/yaml', 'version: 1\n'],
    [false, 'false', 'application/yaml', 'version: 1\n'],
  ]);
});

test('a plan is void as soon as the document or the pruning changes', async () => {
  server.use(http.put('/api/v1/workspace/config', ({ response }) => response(200).json(plan)));
  renderApp('/settings/config');

  await paste('version: 1\n');
  await userEvent.click(screen.getByRole('button', { name: 'Show the plan' }));
  expect(await screen.findByRole('button', { name: 'Apply' })).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: /Archive what/ }));

  await waitFor(() => expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull());
});

test('every mistake is shown with its line', async () => {
  server.use(
    http.put('/api/v1/workspace/config', ({ response }) =>
      response.untyped(
        HttpResponse.json(
          {
            title: 'Unprocessable Content',
            errors: [
              { field: '/competitors/0', message: '"url" is missing here.', line: 3 },
              { field: '/views', message: 'Write a list.', line: 8 },
            ],
          },
          { status: 422 },
        ),
      ),
    ),
  );
  renderApp('/settings/config');

  await paste('version: 1\n');
  await userEvent.click(screen.getByRole('button', { name: 'Show the plan' }));

  expect(await screen.findByText('2 mistakes; nothing was applied')).toBeVisible();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
    expect.arrayContaining(['Line 3 /competitors/0 "url" is missing here.', 'Line 8 /views Write a list.']),
  );
});

test('what failed is said, and that the same document is to be applied again', async () => {
  server.use(
    http.put('/api/v1/workspace/config', ({ response }) =>
      response(200).json({
        ...plan,
        dryRun: false,
        failed: 1,
        items: plan.items.map((item) => ({ ...item, outcome: 'FAILED', detail: 'Somebody changed this.' })),
      }),
    ),
  );
  renderApp('/settings/config');

  await paste('version: 1\n');
  await userEvent.click(screen.getByRole('button', { name: 'Show the plan' }));

  expect(await screen.findByText('1 thing was not done. Apply the same document again.')).toBeVisible();
  expect(screen.getAllByText(/Somebody changed this/)).toHaveLength(2);
});

test('who is no admin is told so', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'analyst' } }),
    ),
  );
  renderApp('/settings/config');

  expect(await screen.findByText(/Only admins and owners export/)).toBeVisible();
});
