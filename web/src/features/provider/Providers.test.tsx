import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Provider, ProviderUsagePage } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

function searchApi(change: Partial<Provider> = {}): Provider {
  return {
    provider: 'searchapi',
    name: 'SearchAPI.io',
    state: 'VERIFIED',
    account: 'dana@example.com',
    remainingCredits: 8123,
    checkedAt: '2026-11-20T08:00:00Z',
    resting: false,
    budget: { monthMicros: 25_000_000, sourceMicros: 5_000_000, sources: { s1: 1_000_000 } },
    month: { month: '2026-11-01', spentMicros: 1_240_000, reservedMicros: 20_000 },
    ...change,
  };
}

const usage: ProviderUsagePage = {
  items: [],
  months: [
    { month: '2026-11-01', provider: 'searchapi', calls: 310, credits: 310, costMicros: 1_240_000, reservedMicros: 0 },
  ],
};

let provider = searchApi();

beforeEach(() => {
  provider = searchApi();
  server.use(
    http.get('/api/v1/providers', ({ response }) => response(200).json([provider])),
    http.get('/api/v1/provider-usage', ({ response }) => response(200).json(usage)),
  );
});

test('what a provider has, has cost and may cost is on one screen', async () => {
  const { container } = renderApp('/providers');

  const panel = await screen.findByRole('region', { name: 'SearchAPI.io' });
  expect(panel).toHaveTextContent('Key works');
  expect(panel).toHaveTextContent('8,123');
  expect(panel).toHaveTextContent('$1.24');
  expect(panel).toHaveTextContent('$0.02 more is set aside');
  const months = await screen.findByRole('table');
  expect(months).toHaveTextContent('November 2026SearchAPI.io310310$1.24');
  expect(await violations(container)).toEqual([]);
});

test('a key is stored once the provider confirms it, and is not shown', async () => {
  provider = searchApi({ state: 'MISSING', account: null, remainingCredits: null });
  const keys: string[] = [];
  server.use(
    http.put('/api/v1/providers/{provider}/key', async ({ request, response }) => {
      keys.push((await request.json()).key);
      provider = searchApi();
      return response(200).json(provider);
    }),
  );
  renderApp('/providers');

  const field = await screen.findByLabelText(/Key of SearchAPI.io/);
  await userEvent.type(field, 'secret-key-1');
  await userEvent.click(screen.getByRole('button', { name: 'Check and store' }));

  expect(await screen.findByText('Key works')).toBeVisible();
  expect(keys).toEqual(['secret-key-1']);
  expect(screen.getByLabelText(/Key of SearchAPI.io/)).toHaveValue('');
});

test('a refused key stays in its field with what the provider said', async () => {
  server.use(
    http.put('/api/v1/providers/{provider}/key', ({ response }) =>
      response.untyped(
        Response.json({ title: 'Key refused', status: 422, detail: 'SearchAPI.io does not know it.' }, { status: 422 }),
      ),
    ),
  );
  renderApp('/providers');

  await userEvent.type(await screen.findByLabelText(/Key of SearchAPI.io/), 'wrong-key-1');
  await userEvent.click(screen.getByRole('button', { name: 'Check and store' }));

  expect(await screen.findByText('SearchAPI.io does not know it.')).toBeVisible();
  expect(screen.getByLabelText(/Key of SearchAPI.io/)).toHaveValue('wrong-key-1');
});

test('a budget is typed in dollars and keeps the amounts of single sources', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('/api/v1/providers/{provider}/budget', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json(provider);
    }),
  );
  renderApp('/providers');

  const month = await screen.findByLabelText(/At most per month/);
  await userEvent.clear(month);
  await userEvent.type(month, 'lots');
  await userEvent.click(screen.getByRole('button', { name: 'Save budget' }));
  expect(screen.getByText(/Write an amount/)).toBeVisible();
  await userEvent.clear(month);
  await userEvent.type(month, '12.5');
  await userEvent.click(screen.getByRole('button', { name: 'Save budget' }));

  await waitFor(() =>
    expect(sent).toEqual([{ monthMicros: 12_500_000, sourceMicros: 5_000_000, sources: { s1: 1_000_000 } }]),
  );
});

test('who is no admin sees states and costs, and no forms', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'analyst' } }),
    ),
  );
  renderApp('/providers');

  const panel = await screen.findByRole('region', { name: 'SearchAPI.io' });
  expect(await within(panel).findByText('Only admins change keys and budgets.')).toBeVisible();
  expect(within(panel).queryByRole('textbox')).toBeNull();
});
