import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { deviceOf } from './device';

const other = '01930000-0000-7000-8000-0000000000c1';
const at = '2026-11-20T08:00:00Z';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

test('a person sees where they are signed in, ends one, and a refused password says why', async () => {
  let items = [
    { id: ids.member, workspace: 'Northwind', address: '192.0.2.1', userAgent: null, createdAt: at, lastSeenAt: at },
    { id: other, workspace: 'Northwind', address: '', userAgent: firefox, createdAt: at, lastSeenAt: at },
  ].map((session) => ({ ...session, current: session.id === ids.member }));
  server.use(
    http.get('/api/v1/account/sessions', ({ response }) => response(200).json({ items })),
    http.get('/api/v1/account/workspaces', ({ response }) =>
      response(200).json({ items: [{ id: ids.member, name: 'Northwind', role: 'OWNER', current: true }] }),
    ),
    http.delete('/api/v1/account/sessions/{id}', ({ params }) => {
      items = items.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    plain.put('http://ciq.test/api/v1/account/password', () =>
      HttpResponse.json(
        {
          type: 'urn:ciq:problem:password-refused',
          title: 'Bad Request',
          status: 400,
          errors: [{ field: 'password', message: 'This password is in lists of stolen passwords.' }],
        },
        { status: 400 },
      ),
    ),
  );
  const { container } = renderApp('/settings/account');

  await userEvent.click(await screen.findByRole('button', { name: 'Sign out Firefox, Linux' }));
  await waitFor(() => expect(screen.queryByText('Firefox, Linux')).toBeNull());
  expect(screen.getByText('(This browser)')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Sign out everywhere else' })).toBeNull();

  await userEvent.type(screen.getByLabelText('Current password'), 'a long enough sentence');
  await userEvent.type(screen.getByLabelText('New password'), 'passwordpassword');
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
  expect(await screen.findByText('This password is in lists of stolen passwords.')).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('browsers have the names people know', () => {
  expect(deviceOf(firefox)).toBe('Firefox, Linux');
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe(
    'Edge, Windows',
  );
  expect(deviceOf('curl/8.5')).toBeNull();
  expect(deviceOf(null)).toBeNull();
});

test('the account goes by its address and password, and whoever may not is told what to do', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('/api/v1/account/sessions', ({ response }) => response(200).json({ items: [] })),
    http.get('/api/v1/account/workspaces', ({ response }) => response(200).json({ items: [] })),
    plain.delete('http://ciq.test/api/v1/account', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(
        { type: 'urn:ciq:problem:last-owner', title: 'Conflict', status: 409, detail: 'Make somebody else an owner.' },
        { status: 409 },
      );
    }),
  );
  const { container } = renderApp('/settings/account');

  await userEvent.click(await screen.findByRole('button', { name: 'Delete my account' }));
  const confirm = await screen.findByRole('button', { name: 'Delete it for good' });
  expect(confirm).toBeDisabled();
  await userEvent.type(screen.getByLabelText('Type your address, dana@example.com'), 'dana@example.com');
  await userEvent.type(screen.getByLabelText('Your password'), 'a long enough sentence');
  await userEvent.click(confirm);

  expect(await screen.findByText('Make somebody else an owner.')).toBeVisible();
  expect(sent).toEqual([{ email: 'dana@example.com', password: 'a long enough sentence' }]);
  expect(await violations(container)).toEqual([]);
});
