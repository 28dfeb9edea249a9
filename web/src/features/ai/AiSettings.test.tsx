import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { AiState, AssessmentBatch } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const ready: AiState = {
  configured: true,
  enabled: true,
  model: 'gpt-x',
  baseUrl: 'https://api.example/v1',
  reason: 'gpt-x is asked.',
  batches: true,
  rest: null,
  lastFailure: { outcome: 'RATE_LIMITED', httpStatus: 429, at: '2026-11-20T08:00:00Z' },
  lastAnsweredAt: '2026-11-20T09:00:00Z',
};
const spent = { starts: '2026-11-20', spentMicros: 1_200_000, reservedMicros: 300_000 };
const cost = { inputTokens: 900, cachedTokens: 400, outputTokens: 120, reasoningTokens: 20, costMicros: 2100 };

const batch: AssessmentBatch = {
  id: ids.source,
  state: 'SUBMITTED',
  reason: 'The provider works on it.',
  model: 'gpt-x',
  signals: 40,
  providerDone: 10,
  settled: 0,
  answered: 0,
  reservedMicros: 800_000,
  costMicros: 0,
  createdBy: session.member.id,
  createdAt: '2026-11-20T09:00:00Z',
};

let state = ready;
let batches: AssessmentBatch[] = [];

beforeEach(() => {
  state = ready;
  batches = [];
  server.use(
    http.get('/api/v1/ai/state', ({ response }) => response(200).json(state)),
    http.get('/api/v1/ai/budgets', ({ response }) =>
      response(200).json({
        model: 'gpt-x',
        priced: true,
        accounts: [
          { account: 'WORKSPACE', dayMicros: 5_000_000, monthMicros: 50_000_000, day: spent, month: spent },
          { account: 'ASSESSMENT', dayMicros: 5_000_000, monthMicros: 50_000_000, day: spent, month: spent },
        ],
      }),
    ),
    http.get('/api/v1/ai/usage', ({ response }) =>
      response(200).json({
        items: [
          {
            id: ids.change,
            feature: 'ASSESSMENT',
            model: 'gpt-x',
            outcome: 'ANSWERED',
            latencyMs: 2310,
            at: '2026-11-20T09:00:00Z',
            ...cost,
          },
        ],
        nextCursor: null,
        months: [{ month: '2026-11-01', feature: 'ASSESSMENT', model: 'gpt-x', calls: 1, ...cost }],
      }),
    ),
    http.get('/api/v1/ai/batches', ({ response }) => response(200).json({ items: batches, nextCursor: null })),
    http.get('/api/v1/setting-changes', ({ response }) =>
      response(200).json({
        items: [
          {
            id: ids.change,
            memberId: session.member.id,
            action: 'MODEL_BUDGET_CHANGED',
            subject: 'budget WORKSPACE',
            before: { dayMicros: 1 },
            after: { dayMicros: 2 },
            at: '2026-11-20T09:00:00Z',
          },
        ],
        nextCursor: null,
      }),
    ),
  );
});

test('a model that an operator has stopped is not called ready', async () => {
  state = { ...ready, stopped: true, reason: 'An operator has switched this off for now.' };
  renderApp('/settings/ai');

  expect(await screen.findByText('Switched off')).toBeVisible();
  expect(screen.getByText('An operator has switched this off for now.')).toBeVisible();
});

test('what the model does, may cost, has cost and who set it stand on one screen', async () => {
  const { container } = renderApp('/settings/ai');

  const model = await screen.findByRole('region', { name: 'Model' });
  expect(await within(model).findByText('Ready')).toBeVisible();
  expect(model).toHaveTextContent('RATE_LIMITED (HTTP 429)');
  const workspace = await screen.findByRole('form', { name: 'Whole workspace' });
  expect(workspace).toHaveTextContent('$1.20 spent, $3.50 left. $0.30 more is set aside');
  const months = await screen.findByRole('table', { name: 'By month' });
  expect(months).toHaveTextContent('November 2026Assessments of signals, gpt-x190040012020$0.0021CSV');
  expect(within(months).getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    '/api/v1/ai/usage/export?month=2026-11',
  );
  expect(screen.getByRole('table', { name: 'Latest questions' })).toHaveTextContent('2.3 s');
  expect(await screen.findByText(/model budget changed: budget WORKSPACE/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test.each<[Partial<AiState>, RegExp]>([
  [{ configured: false, reason: 'No language model is configured: set A.' }, /Not configured/],
  [{ enabled: false }, /Switched off/],
  [{ rest: { until: '2030-01-01T00:00:00Z', reason: "The provider's quota is used up." } }, /quota is used up/],
])('each state of the model is told apart (%o)', async (change, words) => {
  state = { ...ready, ...change };
  renderApp('/settings/ai');

  expect(await screen.findByText(words)).toBeVisible();
});

test('the master switch and the budgets are what is sent', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('/api/v1/ai/switch', async ({ request, response }) => {
      sent.push(await request.json());
      state = { ...ready, enabled: false };
      return response(200).json(state);
    }),
    http.put('/api/v1/ai/budgets', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json({ priced: true, accounts: [] });
    }),
  );
  renderApp('/settings/ai');

  await userEvent.click(await screen.findByRole('button', { name: 'Switch the model off' }));
  expect(await screen.findByRole('button', { name: 'Switch the model on' })).toBeVisible();
  const form = await screen.findByRole('form', { name: 'Assessments of signals' });
  const day = within(form).getByLabelText(/At most per day/);
  await userEvent.clear(day);
  await userEvent.type(day, 'lots');
  expect(within(form).getByText(/Write an amount/)).toBeVisible();
  await userEvent.clear(day);
  await userEvent.type(day, '2.5');
  await userEvent.click(within(form).getByRole('button', { name: 'Save budget' }));

  await waitFor(() =>
    expect(sent).toEqual([
      { enabled: false },
      { accounts: [{ account: 'ASSESSMENT', dayMicros: 2_500_000, monthMicros: 50_000_000 }] },
    ]),
  );
});

test('a batch is estimated before it is ordered and shows how far it is after', async () => {
  const ordered: unknown[] = [];
  server.use(
    http.post('/api/v1/ai/batches/estimate', ({ response }) =>
      response(200).json({ signals: 40, more: 2, mostMicros: 800_000, likelyMicros: 90_000, priced: true }),
    ),
    http.post('/api/v1/ai/batches', async ({ request, response }) => {
      ordered.push([await request.json(), request.headers.get('Idempotency-Key')?.length]);
      batches = [batch];
      return response(202).json(batch);
    }),
    http.post('/api/v1/ai/batches/{id}/cancel', ({ response }) => {
      batches = [{ ...batch, state: 'CANCELLED', answered: 9, settled: 40, finishedAt: batch.createdAt }];
      return response(200).json({ ...batch, state: 'CANCELLING' });
    }),
  );
  const { container } = renderApp('/settings/ai');

  const panel = await screen.findByRole('region', { name: 'Assess signals again' });
  expect(await within(panel).findByText('No batch was ordered yet.')).toBeVisible();
  await userEvent.click(within(panel).getByRole('button', { name: 'Estimate' }));
  expect(await within(panel).findByRole('status')).toHaveTextContent(
    '40 signals would be assessed again. At most $0.80 is set aside for it. By what answers have cost so far it is more like $0.09. 2 more fit',
  );
  await userEvent.click(within(panel).getByRole('button', { name: 'Assess 40 signals again' }));
  expect(await within(panel).findByRole('progressbar', { name: '10 of 40 signals done.' })).toBeVisible();
  expect(ordered).toEqual([[{ which: 'MISSING', days: 30 }, 36]]);
  expect(await violations(container)).toEqual([]);
  await userEvent.click(within(panel).getByRole('button', { name: 'Take back' }));
  expect(await within(panel).findByText(/9 of 40 signals have an assessment/)).toBeVisible();
});

test('who is no admin is told so', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'analyst' } }),
    ),
  );
  renderApp('/settings/ai');

  expect(await screen.findByText(/Only admins see what the model costs/)).toBeVisible();
});
