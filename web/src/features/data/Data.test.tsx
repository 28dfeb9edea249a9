import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { WorkspaceErasure, WorkspaceExport } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const ready: WorkspaceExport = {
  id: ids.change,
  state: 'READY',
  askedAt: '2026-11-20T09:00:00Z',
  finishedAt: '2026-11-20T09:01:00Z',
  expiresAt: '2026-11-27T09:00:00Z',
  step: null,
  entries: 1200,
  bytes: 2_500_000,
  trouble: null,
};
let items: WorkspaceExport[] = [];
let erasure: WorkspaceErasure | null = null;

beforeEach(() => {
  items = [];
  erasure = null;
  server.use(
    http.get('/api/v1/retention', ({ response }) =>
      response(200).json({ scope: 'DEFAULT', rule: { keepNewest: 30, keepChanged: true, bodyDays: 180 } }),
    ),
    http.get('/api/v1/workspace/exports', ({ response }) => response(200).json({ items })),
    http.get('/api/v1/workspace/erasure', ({ response }) => response(200).json({ erasure })),
  );
});

test('an owner sees what is kept, exports everything and fetches it', async () => {
  server.use(
    http.post('/api/v1/workspace/exports', ({ response }) => {
      items = [ready];
      return response(202).json({ ...ready, state: 'WAITING' });
    }),
  );
  const { container } = renderApp('/settings/data');

  expect(await screen.findByText(/younger than 180 days/)).toBeVisible();
  expect(await screen.findByText('Nothing has been exported yet.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Export everything' }));

  const link = await screen.findByRole('link', { name: /Download the export of/ });
  expect(link).toHaveAttribute('href', `/api/v1/workspace/exports/${ready.id}/file`);
  expect(screen.getByText(/1200 lines \u00b7 2.5 MB/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('the workspace is closed by its name and a password, and taken back', async () => {
  const sent: unknown[] = [];
  server.use(
    http.delete('/api/v1/workspace', async ({ request, response }) => {
      sent.push(await request.json());
      erasure = {
        state: 'CLOSED',
        askedAt: '2026-11-20T09:00:00Z',
        eraseAfter: '2026-11-27T09:00:00Z',
        step: null,
        deletedRows: 0,
        trouble: null,
      };
      return response(204).empty();
    }),
    http.delete('/api/v1/workspace/erasure', ({ response }) => {
      erasure = null;
      return response(204).empty();
    }),
  );
  const { container } = renderApp('/settings/data');

  await userEvent.click(await screen.findByRole('button', { name: 'Erase this workspace' }));
  const dialog = await screen.findByRole('dialog', { name: 'Erase Northwind?' });
  const confirm = within(dialog).getByRole('button', { name: 'Close and erase' });
  expect(confirm).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText('Type the name of the workspace'), 'Northwind');
  await userEvent.type(within(dialog).getByLabelText('Your password'), 'a long enough sentence');
  await userEvent.click(confirm);

  expect(await screen.findByText(/is closed and will be erased on/)).toBeVisible();
  expect(sent).toEqual([{ name: 'Northwind', password: 'a long enough sentence' }]);
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByRole('button', { name: 'Erase this workspace' })).toBeVisible();
});

test('a wrong password is told at its field', async () => {
  server.use(
    plain.delete('http://ciq.test/api/v1/workspace', () =>
      HttpResponse.json(
        {
          type: 'urn:ciq:problem:credentials-wrong',
          title: 'Bad Request',
          status: 400,
          errors: [{ field: 'password', message: 'This is not your password as it is now.' }],
        },
        { status: 400 },
      ),
    ),
  );
  renderApp('/settings/data');

  await userEvent.click(await screen.findByRole('button', { name: 'Erase this workspace' }));
  await userEvent.type(screen.getByLabelText('Type the name of the workspace'), 'Northwind');
  await userEvent.click(screen.getByRole('button', { name: 'Close and erase' }));

  expect(await screen.findByText('This is not your password as it is now.')).toBeVisible();
});

test('who is no owner is told so, and sees when it ends', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'analyst' } }),
    ),
  );
  const first = renderApp('/settings/data');
  expect(await screen.findByText('Only admins see the rule in force.')).toBeVisible();
  expect(screen.getByText(/Only owners take everything along/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Erase this workspace' })).toBeNull();
  first.unmount();

  erasure = {
    state: 'ERASING',
    askedAt: '2026-11-20T09:00:00Z',
    eraseAfter: '2026-11-27T09:00:00Z',
    step: 'crawl',
    deletedRows: 12,
    trouble: 'crawl is away',
  };
  renderApp('/settings/data');
  expect(await screen.findByText(/12 rows erased so far/)).toBeVisible();
  expect(screen.getByText(/tried again: crawl is away/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
});

test('what cannot be read says so', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/workspace/erasure', () =>
      HttpResponse.json({ title: 'The gateway is away', status: 503 }, { status: 503 }),
    ),
  );
  renderApp('/settings/data');

  expect(await screen.findByRole('heading', { name: 'The gateway is away' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Retry' })).toBeVisible();
});
