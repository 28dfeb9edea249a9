import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { IssuedInvitation, Members } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const ben = '01930000-0000-7000-8000-0000000000b1';
const empty = () => new HttpResponse<null>(null, { status: 204 });

const issued: IssuedInvitation = {
  invitation: {
    id: '01930000-0000-7000-8000-0000000000a1',
    email: 'cleo@example.com',
    role: 'ANALYST',
    invitedBy: 'Dana Fox',
    sentAt: '2026-11-20T08:00:00Z',
    expiresAt: '2026-11-27T08:00:00Z',
    expired: false,
  },
  link: 'http://ciq.test/join#secret',
  mail: 'NO_MAIL_SERVER',
};

let people: Members;
let waiting: IssuedInvitation['invitation'][];

beforeEach(() => {
  people = {
    me: ids.member,
    items: [
      { id: ids.member, name: 'Dana Fox', email: 'dana@example.com', role: 'OWNER' },
      { id: ben, name: 'Ben Ode', email: 'ben@example.com', role: 'ANALYST' },
    ],
  };
  waiting = [];
  server.use(
    http.get('/api/v1/members', ({ response }) => response(200).json(people)),
    http.get('/api/v1/invitations', ({ response }) => response(200).json({ items: waiting, mailServer: false })),
  );
});

test('an invitation without a mail server shows its link once, and waits until it is withdrawn', async () => {
  let sent: unknown;
  server.use(
    http.post('/api/v1/invitations', async ({ request, response }) => {
      sent = await request.json();
      waiting = [issued.invitation];
      return response(201).json(issued);
    }),
    http.delete('/api/v1/invitations/{id}', () => {
      waiting = [];
      return empty();
    }),
  );
  const { container } = renderApp('/settings/members');
  expect(await screen.findByText('Nobody has an invitation that waits for an answer.')).toBeVisible();

  await userEvent.type(screen.getByLabelText('E-mail'), 'cleo@example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Invite' }));

  expect(await screen.findByLabelText('Link for cleo@example.com')).toHaveValue('http://ciq.test/join#secret');
  expect(screen.getByText(/This installation sends no mail/)).toBeVisible();
  expect(sent).toEqual({ email: 'cleo@example.com', role: 'ANALYST' });
  expect(await violations(container)).toEqual([]);

  await userEvent.click(await screen.findByRole('button', { name: 'Withdraw the invitation of cleo@example.com' }));
  expect(await screen.findByText('Nobody has an invitation that waits for an answer.')).toBeVisible();
  expect(screen.queryByLabelText('Link for cleo@example.com')).toBeNull();
});

test('a role is changed, and who is removed is asked about first', async () => {
  const acts: unknown[] = [];
  server.use(
    http.patch('/api/v1/members/{id}', async ({ params, request }) => {
      acts.push([params.id, await request.json()]);
      return empty();
    }),
    http.delete('/api/v1/members/{id}', ({ params }) => {
      acts.push(params.id);
      people = { ...people, items: people.items.slice(0, 1) };
      return empty();
    }),
  );
  renderApp('/settings/members');

  await userEvent.selectOptions(await screen.findByLabelText('Role of Ben Ode'), 'VIEWER');
  expect(await screen.findByText('Ben Ode is now Viewer.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Remove Ben Ode' }));
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Remove' }));

  await waitFor(() => expect(screen.queryByText('ben@example.com')).toBeNull());
  expect(acts).toEqual([[ben, { role: 'VIEWER' }], ben]);
});

test('who is no admin sees the people and may only leave', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  people = { ...people, items: people.items.map((person) => ({ ...person, role: 'VIEWER' as const })) };
  renderApp('/settings/members');

  expect(await screen.findByText('Only admins and owners invite people and change roles.')).toBeVisible();
  expect(await screen.findByText('ben@example.com')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull();
  expect(screen.queryByLabelText('Role of Ben Ode')).toBeNull();
  expect(screen.getByRole('button', { name: 'Leave' })).toBeVisible();
});
