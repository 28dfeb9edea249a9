import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import type { InvitationPreview } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const problem = (status: number, title: string) => HttpResponse.json({ title, status }, { status });
const signedOut = () => server.use(plain.get('http://ciq.test/api/v1/session', () => problem(401, 'Sign in')));

const invited: InvitationPreview = {
  workspace: 'Northwind',
  invitedBy: 'Dana Fox',
  email: 'ben@example.com',
  role: 'ANALYST',
  expiresAt: '2026-11-27T08:00:00Z',
  accountExists: false,
};

test('the link of an invitation makes an account and leads inside', async () => {
  signedOut();
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/invitations/preview', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json(invited);
    }),
    http.post('/api/v1/invitations/accept', async ({ request, response }) => {
      sent.push(await request.json());
      return response(201).json(session);
    }),
  );
  const { container, router } = renderApp('/join#secret');

  expect(await screen.findByRole('heading', { name: 'Join Northwind' })).toBeVisible();
  expect(screen.getByText('Dana Fox invites you as Analyst.')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Your name'), 'Ben');
  await userEvent.type(screen.getByLabelText('Password'), 'a kettle sings at dawn');
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Join' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(sent).toEqual([{ token: 'secret' }, { token: 'secret', name: 'Ben', password: 'a kettle sings at dawn' }]);
});

test('who has an account gives its password only, and who is signed in with it nothing', async () => {
  signedOut();
  server.use(
    http.post('/api/v1/invitations/preview', ({ response }) =>
      response(200).json({ ...invited, accountExists: true, email: session.member.email }),
    ),
  );
  const first = renderApp('/join#secret');
  expect(await screen.findByText(/has an account already/)).toBeVisible();
  expect(screen.queryByLabelText('Your name')).toBeNull();
  first.unmount();

  server.use(http.get('/api/v1/session', ({ response }) => response(200).json(session)));
  renderApp('/join#secret');
  expect(await screen.findByText(`You join as ${session.member.email}.`)).toBeVisible();
  expect(screen.queryByLabelText('Password')).toBeNull();
});

test('a link that is over says so', async () => {
  signedOut();
  server.use(plain.post('http://ciq.test/api/v1/invitations/preview', () => problem(410, 'Gone')));
  renderApp('/join#secret');

  expect(await screen.findByRole('heading', { name: 'This link does not work' })).toBeVisible();
});

test('a forgotten password is asked for without saying who has an account, and set by the link', async () => {
  signedOut();
  let chosen: unknown;
  server.use(
    http.post('/api/v1/password-resets', ({ response }) => response(202).json({ mailServer: true })),
    http.post('/api/v1/password-resets/complete', async ({ request }) => {
      chosen = await request.json();
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('/api/v1/setup', ({ response }) => response(200).json({ needed: false })),
  );
  const first = renderApp('/sign-in');
  await userEvent.click(await screen.findByRole('link', { name: 'Forgot your password?' }));
  await userEvent.type(await screen.findByLabelText('E-mail'), 'ben@example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Send the link' }));
  expect(await screen.findByText(/If ben@example.com has an account/)).toBeVisible();
  expect(await violations(first.container)).toEqual([]);
  first.unmount();

  renderApp('/new-password#secret');
  await userEvent.type(await screen.findByLabelText('Password'), 'seven quiet lighthouses');
  await userEvent.click(screen.getByRole('button', { name: 'Set password' }));
  expect(await screen.findByRole('heading', { name: 'Your password is set.' })).toBeVisible();
  expect(chosen).toEqual({ token: 'secret', password: 'seven quiet lighthouses' });
});
