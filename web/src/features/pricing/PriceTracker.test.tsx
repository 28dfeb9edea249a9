import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { PriceSeries } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { fact, ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const risen: PriceSeries = {
  competitorId: ids.competitor,
  plan: 'Pro',
  field: 'amount',
  currency: 'USD',
  period: 'MONTH',
  points: [
    { at: '2026-11-01T08:00:00Z', amountMinor: 4900, text: '$49', factId: 'f1' },
    { at: '2026-11-20T08:00:00Z', amountMinor: 5900, text: '$59', factId: 'f2' },
  ],
};
const steady: PriceSeries = {
  ...risen,
  plan: 'Starter',
  points: [{ at: '2026-11-01T08:00:00Z', amountMinor: 1900, text: '$19', factId: 'f3' }],
};
const ended: PriceSeries = {
  ...risen,
  plan: 'Legacy',
  points: [{ at: '2026-10-01T08:00:00Z', amountMinor: 900, text: '$9', factId: 'f4' }],
};
const dear = { text: '$59', amountMinor: 5900, currency: 'USD', period: 'MONTH' } as const;

function prices() {
  server.use(
    http.get('/api/v1/facts/prices', ({ response }) => response(200).json([steady, risen, ended])),
    http.get('/api/v1/facts', ({ response }) =>
      response(200).json({
        items: [
          fact({ id: 'f2', value: dear }),
          fact({ id: 'f3', subject: 'Starter', value: { ...dear, text: '$19', amountMinor: 1900 } }),
          fact({ id: 'f4', subject: 'Legacy', validTo: '2026-11-01T08:00:00Z' }),
        ],
        nextCursor: null,
      }),
    ),
  );
}

test('every plan of today stands with its price, its last move and its evidence; the latest move first', async () => {
  prices();
  const { container } = renderApp('/pricing');

  const list = await screen.findByRole('region', { name: 'Plans' });
  const rows = (await within(list).findAllByRole('row')).slice(1);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['Pro', 'Starter']);
  const [pro, starter] = rows as [HTMLElement, HTMLElement];
  expect(pro).toHaveTextContent('$59/mo');
  expect(pro).toHaveTextContent('+20.4%');
  expect(await within(pro).findByRole('img', { name: 'Price of Pro: $49, $59 (oldest first)' })).toBeVisible();
  expect(within(pro).getByRole('link', { name: 'Evidence for Pro' })).toBeVisible();
  expect(starter).toHaveTextContent(/none since/);
  expect(await screen.findByRole('slider', { name: /^Price history, USD per month/ })).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('filters live in the address, and when nothing matches they are cleared', async () => {
  prices();
  const { router } = renderApp('/pricing');

  await userEvent.click(await screen.findByRole('checkbox', { name: 'Only those that have moved' }));
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search plans' }), 'starter');
  expect(await screen.findByText('No plan matches.')).toBeVisible();
  expect(router.state.location.search).toEqual({ moved: true, q: 'starter' });
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByRole('rowheader', { name: 'Starter' })).toBeVisible();
});

test('before any price is known the screen says where they come from', async () => {
  renderApp('/pricing');

  expect(await screen.findByText('No price was found on the watched pages yet.')).toBeVisible();
});

test('who may not see prices is told so', async () => {
  server.use(
    http.get('/api/v1/facts/prices', ({ response }) =>
      response('default').json({ type: 'about:blank', title: 'Forbidden', status: 403 }, { status: 403 }),
    ),
  );
  renderApp('/pricing');

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeVisible();
});
