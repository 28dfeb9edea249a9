import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import type { AlertRule, BackTest, Channel, Delivery } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const at = '2026-11-20T08:00:00Z';
const channel: Channel = {
  id: '01930000-0000-7000-8000-0000000000c1',
  name: '#pricing',
  kind: 'SLACK',
  format: 'STANDARD',
  target: 'hooks.slack.com',
  enabled: true,
  trouble: null,
  secret: null,
  version: 0,
  createdAt: at,
};
const rule: AlertRule = {
  id: '01930000-0000-7000-8000-0000000000a1',
  name: 'Prices of rivals',
  enabled: true,
  condition: {
    competitorIds: [ids.competitor],
    tags: [],
    categories: [],
    factKind: 'PRICE',
    field: null,
    operator: 'MOVES_BY',
    value: 5,
    currency: null,
    leastSignificance: 0,
    keywords: [],
  },
  telling: {
    channelIds: [channel.id],
    mode: 'IMMEDIATE',
    zone: 'Europe/Berlin',
    digest: null,
    quietHours: null,
    coolDownMinutes: 0,
  },
  lastFiredAt: at,
  firings30d: 9,
  failedDeliveries: 2,
  createdAt: at,
  version: 3,
};
const delivery: Delivery = {
  id: '01930000-0000-7000-8000-0000000000d1',
  channelId: channel.id,
  recipients: [],
  ruleId: rule.id,
  kind: 'ALERT',
  title: 'BrightDesk: Pro raised',
  signalIds: [ids.signal],
  state: 'FAILED',
  attempts: 12,
  dueAt: at,
  acceptedAt: null,
  createdAt: at,
  log: [{ at, outcome: 'LATER', httpStatus: 503, latencyMs: 7, detail: 'Answered 503.' }],
};
const backTest: BackTest = {
  days: 30,
  matches: 9,
  cooled: 1,
  signals: 120,
  perDay: [{ day: '2026-11-19', matches: 9 }],
  samples: [
    {
      signalId: ids.signal,
      competitorId: ids.competitor,
      headline: 'Pro raised from $49 to $59',
      severity: 'CRITICAL',
      significance: 95,
      detectedAt: at,
    },
  ],
  millis: 12,
};

function filled() {
  server.use(
    http.get('/api/v1/alert-rules', ({ response }) => response(200).json([rule])),
    http.get('/api/v1/channels', ({ response }) => response(200).json([channel])),
    http.get('/api/v1/deliveries', ({ response }) =>
      response(200).json({ items: [{ ...delivery, log: [] }], nextCursor: null }),
    ),
    http.get('/api/v1/deliveries/{id}', ({ response }) => response(200).json(delivery)),
    http.post('/api/v1/alert-rules/test', ({ response }) => response(200).json(backTest)),
  );
}

test('rules read as sentences and say how they have been doing', async () => {
  filled();
  const { container } = renderApp('/alerts');

  const row = (await screen.findByRole('link', { name: rule.name })).closest('li') as HTMLElement;
  await waitFor(() =>
    expect(row).toHaveTextContent('When a price of BrightDesk moves by at least 5 %, tell #pricing at once.'),
  );
  expect(row).toHaveTextContent('spoke about 9 stories in 30 days');
  expect(row).toHaveTextContent('2 deliveries were given up');
  expect(await violations(container)).toEqual([]);
});

test('without anything each panel says what it is for', async () => {
  renderApp('/alerts');

  expect(await screen.findByText(/No rule yet/)).toBeVisible();
  expect(await screen.findByText(/there is no channel/)).toBeVisible();
  expect(await screen.findByText('Nothing was sent yet.')).toBeVisible();
  expect(await screen.findByText(/No feed yet/)).toBeVisible();
});

test('one panel that fails leaves the others alone', async () => {
  filled();
  server.use(
    plain.get('http://ciq.test/api/v1/alert-rules', () =>
      HttpResponse.json({ title: 'Analysis is away', status: 503 }, { status: 503 }),
    ),
  );
  renderApp('/alerts');

  expect(await screen.findByText(/Analysis is away/)).toBeVisible();
  expect(await screen.findByText('hooks.slack.com', { exact: false })).toBeVisible();
});

test('the log of a delivery opens, and a delivery that was given up is sent again', async () => {
  filled();
  const replayed: string[] = [];
  server.use(
    http.post('/api/v1/deliveries/{id}/replay', ({ params, response }) => {
      replayed.push(params.id);
      return response(202).json({ ...delivery, state: 'WAITING' });
    }),
  );
  renderApp('/alerts');

  await userEvent.click(await screen.findByRole('button', { name: 'Attempts' }));
  expect(await screen.findByText(/Answered 503/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: `Send again: ${delivery.title}` }));
  await waitFor(() => expect(replayed).toEqual([delivery.id]));
});

test('a new webhook has the format that was chosen and shows its signing secret, once', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/channels', async ({ request, response }) => {
      const { name, kind, format } = await request.json();
      sent.push(format);
      return response(201).json({ ...channel, name, kind, secret: 'whsec_abc' });
    }),
  );
  renderApp('/alerts');

  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Kind' }), 'WEBHOOK');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'CRM');
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), 'https://crm.example/hook');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'CLOUDEVENTS');
  await userEvent.click(screen.getByRole('button', { name: 'Add channel' }));

  expect(await screen.findByText('whsec_abc')).toBeVisible();
  expect(sent).toEqual(['CLOUDEVENTS']);
});

test('a rule is written as a sentence with its past beside it', async () => {
  filled();
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/alert-rules', async ({ request, response }) => {
      sent.push(await request.json());
      return response(201).json(rule);
    }),
  );
  const { container, router } = renderApp('/alerts/new');

  expect(await screen.findByText('It would have told you of 9 stories.', { exact: false })).toBeVisible();
  expect(await violations(container)).toEqual([]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What happens to it' }), 'RISES_BY');
  await userEvent.click(await screen.findByRole('checkbox', { name: '#pricing (Slack)' }));
  expect(
    screen.getByText('When a price of any competitor rises by at least 5 %, tell #pricing at once.'),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save rule' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/alerts'));
  expect(sent).toMatchObject([
    {
      name: 'When a price of any competitor rises by at least 5 %, tell nobody yet at once.',
      condition: { operator: 'RISES_BY', value: 5 },
      telling: { channelIds: [channel.id] },
    },
  ]);
});

test('who may not write rules reads them, and is told who can change that', async () => {
  filled();
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  const { router } = renderApp('/alerts');

  expect(await screen.findByRole('link', { name: rule.name })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'New rule' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Send again/ })).toBeNull();
  await router.navigate({ to: '/alerts/new' });
  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeVisible();
});

test('the outbox shows what would have been sent', async () => {
  server.use(
    http.get('/api/v1/outbox', ({ response }) =>
      response(200).json({
        inUse: true,
        items: [
          {
            id: delivery.id,
            recipients: ['mia@example.com'],
            subject: 'Pro raised',
            text: '$49 to $59',
            createdAt: at,
          },
        ],
        nextCursor: null,
      }),
    ),
  );
  const { container } = renderApp('/outbox');

  const mail = (await screen.findByRole('heading', { name: 'Pro raised' })).closest('article') as HTMLElement;
  expect(within(mail).getByText('$49 to $59')).toBeVisible();
  expect(screen.getByText(/No mail server is configured/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
});
