import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const problem = (status: number, title: string) => HttpResponse.json({ title, status }, { status });
const signedOut = () => server.use(plain.get('http://ciq.test/api/v1/session', () => problem(401, 'Sign in')));

test('a new installation leads to the set-up, and from there to the two ways to begin', async () => {
  signedOut();
  let needed = true;
  let sent: unknown;
  server.use(
    http.get('/api/v1/setup', ({ response }) => response(200).json({ needed })),
    http.get('/api/v1/overview', ({ response }) => response(200).json({ competitors: 0, partial: [] })),
    http.post('/api/v1/setup', async ({ request, response }) => {
      sent = await request.json();
      needed = false;
      return response(201).json(session);
    }),
  );
  const { container, router } = renderApp('/');
  const user = userEvent.setup();

  await user.click(await screen.findByRole('button', { name: 'Create workspace' }));
  expect(screen.getByText('Use at least 12 characters.')).toBeVisible();
  expect(await violations(container)).toEqual([]);

  await user.type(screen.getByLabelText('Workspace'), 'Northwind');
  await user.type(screen.getByLabelText('Your name'), 'Dana');
  await user.type(screen.getByLabelText('E-mail'), 'dana@example.com');
  await user.type(screen.getByLabelText('Password'), 'a long enough sentence');
  await user.click(screen.getByRole('button', { name: 'Create workspace' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/welcome'));
  expect(sent).toMatchObject({ workspaceName: 'Northwind', email: 'dana@example.com' });
});

test('a wrong password says so, the right one leads back to where someone wanted to go', async () => {
  signedOut();
  let tries = 0;
  server.use(
    plain.post('http://ciq.test/api/v1/session', () => {
      tries += 1;
      return tries === 1 ? problem(401, 'Wrong') : HttpResponse.json(session);
    }),
  );
  const { router } = renderApp('/competitors?q=bright');
  const user = userEvent.setup();

  await user.type(await screen.findByLabelText('E-mail'), 'dana@example.com');
  await user.type(screen.getByLabelText('Password'), 'a long enough sentence');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('The e-mail or the password is not right.')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(router.state.location.href).toBe('/competitors?q=bright'));
});

test('a link cannot send anyone elsewhere after signing in', async () => {
  signedOut();
  const { router } = renderApp('/sign-in?back=//evil.example');

  await screen.findByRole('heading', { name: 'Sign in' });
  expect(router.state.location.search).not.toHaveProperty('back');
});

test('signing out leads to the sign-in', async () => {
  server.use(http.delete('/api/v1/session', () => new HttpResponse(null, { status: 204 })));
  const { router } = renderApp('/competitors');

  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
});

test('a session that ends while someone writes is opened again over the page, and nothing written is lost', async () => {
  let open = true;
  let saved = 0;
  server.use(
    plain.get('http://ciq.test/api/v1/session', () => (open ? HttpResponse.json(session) : problem(401, 'Sign in'))),
    plain.get('http://ciq.test/api/v1/account/sessions', () => HttpResponse.json({ items: [] })),
    plain.get('http://ciq.test/api/v1/account/workspaces', () => HttpResponse.json({ items: [] })),
    plain.patch('http://ciq.test/api/v1/account', () => {
      if (!open) return problem(401, 'Sign in');
      saved += 1;
      return HttpResponse.json(session);
    }),
    plain.post('http://ciq.test/api/v1/session', async ({ request }) => {
      const { email, password } = (await request.json()) as { email: string; password: string };
      if (password !== 'a long enough sentence') return problem(401, 'Wrong');
      open = email === session.member.email;
      return HttpResponse.json(session);
    }),
  );
  const { container, router } = renderApp('/settings/account');
  const user = userEvent.setup();
  const name = await screen.findByRole('textbox', { name: 'Your name' });
  await user.clear(name);
  await user.type(name, 'Dana Foxglove');
  open = false;
  await user.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);

  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  expect(await violations(container)).toEqual([]);
  await user.type(within(dialog).getByLabelText('Password'), 'not this one');
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('not right');
  await user.clear(within(dialog).getByLabelText('Password'));
  await user.type(within(dialog).getByLabelText('Password'), 'a long enough sentence');
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(router.state.location.pathname).toBe('/settings/account');
  expect(name).toHaveValue('Dana Foxglove');
  await user.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);
  await waitFor(() => expect(saved).toBe(1));
});

test('a server that is away at the start is asked again', async () => {
  server.use(plain.get('http://ciq.test/api/v1/session', () => problem(503, 'The gateway is away')));
  renderApp('/competitors');
  expect(await screen.findByRole('heading', { level: 1, name: 'The gateway is away' })).toBeVisible();

  server.use(http.get('/api/v1/session', ({ response }) => response(200).json(session)));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Competitors' })).toBeVisible();
});

test('where people sign in through a provider, its button leads there and back to the page they wanted', async () => {
  signedOut();
  server.use(
    http.get('/api/v1/sign-in-methods', ({ response }) =>
      response(200).json({ password: false, provider: { name: 'Example ID', startAt: '/api/v1/session/oidc' } }),
    ),
  );
  const { container } = renderApp('/competitors?q=bright');

  const button = await screen.findByRole('link', { name: 'Sign in with Example ID' });
  expect(button).toHaveAttribute('href', '/api/v1/session/oidc?return=%2Fcompetitors%3Fq%3Dbright');
  expect(screen.queryByLabelText('Password')).toBeNull();
  expect(await violations(container)).toEqual([]);
});

test.each([
  ['provider-away', /Example ID does not answer right now/],
  ['no-workspace', /nothing there gives you a role in a workspace/],
  ['refused', /declined or broken off at Example ID/],
  ['something-new', /could not be verified/],
])('why the way through the provider led back is readable: %s', async (problem, words) => {
  signedOut();
  server.use(
    http.get('/api/v1/sign-in-methods', ({ response }) =>
      response(200).json({ password: true, provider: { name: 'Example ID', startAt: '/api/v1/session/oidc' } }),
    ),
  );
  renderApp(`/sign-in?problem=${problem}`);

  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(screen.getByLabelText('Password')).toBeVisible();
});
