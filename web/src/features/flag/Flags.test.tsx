import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { Flag } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const crawl: Flag = {
  key: 'crawl.enabled',
  kind: 'KILL_SWITCH',
  enabled: true,
  percentage: 100,
  onFor: [],
  offFor: [ids.source],
  killed: false,
  owner: 'crawl',
  description: 'Collecting',
  expiresAt: null,
  version: 3,
  changedAt: '2026-11-20T09:00:00Z',
};
const rollout: Flag = {
  ...crawl,
  key: 'new.inbox',
  kind: 'ROLLOUT',
  percentage: 20,
  offFor: [],
  owner: 'gateway',
  expiresAt: '2026-01-31',
  version: 0,
};

let items: Flag[] = [];
let sent: unknown[] = [];
let overtaken = false;

beforeEach(() => {
  items = [crawl, rollout];
  sent = [];
  overtaken = false;
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, queueAdmin: true } }),
    ),
    http.get('/api/v1/flags', ({ response }) => response(200).json({ items })),
    http.put('/api/v1/flags/{key}', async ({ params, request, response }) => {
      const setting = await request.json();
      if (overtaken) {
        overtaken = false;
        return response.untyped(HttpResponse.json({ title: 'Changed', status: 412 }, { status: 412 }));
      }
      sent.push([params.key, request.headers.get('If-Match'), setting]);
      items = items.map((flag) =>
        flag.key === params.key ? { ...flag, ...setting, version: flag.version + 1 } : flag,
      );
      const changed = items.find((flag) => flag.key === params.key);
      return changed ? response(200).json(changed) : response.untyped(HttpResponse.json({}, { status: 404 }));
    }),
  );
});

test('each flag says whose it is, until when, and for whom it is on', async () => {
  const { container } = renderApp('/settings/flags');

  const panel = await screen.findByRole('region', { name: 'All flags' });
  const [first, second] = await within(panel).findAllByRole('listitem');
  expect(first).toHaveTextContent(/crawl\.enabled On Kill switch.*owner crawl . stays for good . off for 1 workspace/);
  expect(second).toHaveTextContent(/new\.inbox On for 20 % Rollout.*should have been gone by 2026-01-31/);
  expect(await violations(container)).toEqual([]);
});

test('stopping says what stops, and goes back the same way', async () => {
  const user = userEvent.setup();
  renderApp('/settings/flags');

  await user.click(await screen.findByRole('button', { name: 'Stop crawl.enabled' }));
  const stopping = await screen.findByRole('dialog', { name: 'Stop crawl.enabled for everybody?' });
  expect(stopping).toHaveTextContent('no visits, no providers, no discovery');
  expect(sent).toEqual([]);
  await user.click(within(stopping).getByRole('button', { name: 'Stop it now' }));
  expect(await screen.findByText('Stopped')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Let crawl.enabled go on' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Let it go on' }));

  expect(await screen.findByText('On')).toBeVisible();
  const { enabled, percentage, onFor, offFor } = crawl;
  expect(sent).toEqual([
    ['crawl.enabled', '"3"', { enabled, percentage, onFor, offFor, killed: true }],
    ['crawl.enabled', '"4"', { enabled, percentage, onFor, offFor, killed: false }],
  ]);
});

test('share and workspaces are edited, and nonsense is not sent', async () => {
  const user = userEvent.setup();
  renderApp('/settings/flags');

  await user.click(await screen.findByRole('button', { name: 'Edit new.inbox' }));
  const dialog = await screen.findByRole('dialog', { name: 'Who has new.inbox' });
  const share = within(dialog).getByLabelText('Percentage of the workspaces');
  await user.clear(share);
  await user.type(share, '101');
  expect(dialog).toHaveTextContent('A whole number from 0 to 100.');
  expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
  await user.clear(share);
  await user.type(share, '50');
  const named = within(dialog).getByLabelText('Always on for these workspaces');
  await user.type(named, 'all of them');
  expect(dialog).toHaveTextContent('Each line is the id of a workspace.');
  await user.clear(named);
  await user.type(named, `${ids.member}\n${ids.source}`);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('On for 50 %')).toBeVisible();
  expect(sent).toEqual([
    ['new.inbox', '"0"', { enabled: true, percentage: 50, killed: false, onFor: [ids.member, ids.source], offFor: [] }],
  ]);
});

test('who was second is told what it says now, and may go on', async () => {
  const user = userEvent.setup();
  renderApp('/settings/flags');
  await user.click(await screen.findByRole('button', { name: 'Edit new.inbox' }));
  const dialog = await screen.findByRole('dialog');
  const share = within(dialog).getByLabelText('Percentage of the workspaces');
  await user.clear(share);
  await user.type(share, '50');
  items = [crawl, { ...rollout, percentage: 80, version: 1 }];
  overtaken = true;

  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText('Somebody else changed this flag meanwhile')).toBeVisible();
  await waitFor(() => expect(dialog).toHaveTextContent('Now: On for 80 %.'));
  expect(share).toHaveValue('50');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toMatchObject([['new.inbox', '"1"', { percentage: 50 }]]));
});

test('an installation without flags and a server that fails say so', async () => {
  items = [];
  const { unmount } = renderApp('/settings/flags');
  expect(await screen.findByText('This installation has no flags.')).toBeVisible();
  unmount();
  server.use(
    http.get('/api/v1/flags', ({ response }) =>
      response.untyped(HttpResponse.json({ title: 'No answer', status: 400 }, { status: 400 })),
    ),
  );
  renderApp('/settings/flags');
  expect(await screen.findByText('No answer')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Retry' })).toBeVisible();
});

test('who operates nothing is told who does', async () => {
  server.use(http.get('/api/v1/session', ({ response }) => response(200).json(session)));
  renderApp('/settings/flags');

  expect(await screen.findByText(/Only queue admins see and change them/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Stop/ })).toBeNull();
});
