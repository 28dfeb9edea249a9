import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ApiKey } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const key: ApiKey = {
  id: ids.competitor,
  name: 'weekly report',
  scope: 'READ',
  state: 'LIVE',
  start: 'ciq_0198c0de000070008000000000000001',
  memberId: session.member.id,
  createdAt: '2026-11-20T09:00:00Z',
  lastUsedAt: null,
  expiresAt: '2027-02-18T09:00:00Z',
};
let items: ApiKey[] = [];

beforeEach(() => {
  items = [];
  server.use(http.get('/api/v1/api-keys', ({ response }) => response(200).json({ items })));
});

test('a key is made, shown once to be copied, rotated and revoked', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/api-keys', async ({ request, response }) => {
      sent.push(await request.json());
      items = [key];
      return response(201).json({ key, secret: 'ciq_first' });
    }),
    http.post('/api/v1/api-keys/{id}/rotate', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json({ key, secret: 'ciq_second' });
    }),
    http.delete('/api/v1/api-keys/{id}', ({ response }) => {
      items = [{ ...key, state: 'REVOKED', revokedAt: '2026-11-27T09:00:00Z' }];
      return response(204).empty();
    }),
  );
  const user = userEvent.setup();
  const { container } = renderApp('/settings/api-keys');

  expect(await screen.findByText('No key has been made yet.')).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'weekly report');
  await user.selectOptions(screen.getByLabelText('Expires after'), '365');
  await user.click(screen.getByRole('button', { name: 'Create key' }));

  expect(await screen.findByLabelText('API key')).toHaveValue('ciq_first');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('ciq_first');
  expect(await violations(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(screen.queryByDisplayValue('ciq_first')).toBeNull();

  await user.click(await screen.findByRole('button', { name: 'Rotate weekly report' }));
  const rotating = await screen.findByRole('dialog', { name: 'Rotate weekly report?' });
  await user.selectOptions(within(rotating).getByRole('combobox'), '1');
  await user.click(within(rotating).getByRole('button', { name: 'Rotate' }));
  expect(await screen.findByLabelText('API key')).toHaveValue('ciq_second');
  await user.click(screen.getByRole('button', { name: 'I have copied it' }));

  await user.click(screen.getByRole('button', { name: 'Revoke weekly report' }));
  const revoking = await screen.findByRole('dialog', { name: 'Revoke weekly report?' });
  await user.click(within(revoking).getByRole('button', { name: 'Revoke' }));
  expect(await screen.findByText('Revoked')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Rotate weekly report' })).toBeNull();
  await waitFor(() =>
    expect(sent).toEqual([{ name: 'weekly report', scope: 'READ', expiresInDays: 365 }, { graceHours: 1 }]),
  );
});

test('who is no admin is told who manages keys', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'analyst' } }),
    ),
  );
  renderApp('/settings/api-keys');

  expect(await screen.findByText('Only admins manage API keys.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Create key' })).toBeNull();
});
