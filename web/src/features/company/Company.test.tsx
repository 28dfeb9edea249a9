import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { CompanyProfileView } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { amountMinor } from './draft';

const nothing: CompanyProfileView = {
  version: 0,
  profile: { name: '', sells: '', segments: [], positioning: '', plans: [], relations: [], teams: [] },
  updatedAt: null,
};

let view = nothing;

beforeEach(() => {
  view = nothing;
  server.use(http.get('/api/v1/company-profile', ({ response }) => response(200).json(view)));
});

test('an empty profile says what it is for, and a filled one is sent on the version that was read', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('/api/v1/company-profile', async ({ request, response }) => {
      const profile = await request.json();
      sent.push([request.headers.get('If-Match'), profile]);
      view = { version: 1, profile, updatedAt: '2026-11-20T09:00:00Z' };
      return response(200).json(view);
    }),
  );
  const { container } = renderApp('/settings/company');

  expect(await screen.findByText(/Nothing is said yet/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('Name'), 'Northwind');
  await userEvent.type(screen.getByLabelText(/To whom/), 'agencies\nshops');
  await userEvent.type(screen.getByLabelText('Sales'), 'prices');
  await userEvent.click(screen.getByRole('button', { name: 'Add a plan' }));
  const plan = screen.getByRole('group', { name: 'Plan 1' });
  await userEvent.type(within(plan).getByLabelText('Plan'), 'Team');
  await userEvent.type(within(plan).getByLabelText('Amount'), 'much');
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await userEvent.clear(within(plan).getByLabelText('Amount'));
  await userEvent.type(within(plan).getByLabelText('Amount'), '45.50');
  await userEvent.selectOptions(await screen.findByLabelText('What BrightDesk is to us'), 'DIRECT');
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() =>
    expect(sent).toEqual([
      [
        '"0"',
        {
          name: 'Northwind',
          sells: '',
          segments: ['agencies', 'shops'],
          positioning: '',
          plans: [{ name: 'Team', amountMinor: 4550, currency: 'USD', period: 'MONTH', includes: '' }],
          relations: [{ competitorId: ids.competitor, standing: 'DIRECT', note: '' }],
          teams: [{ audience: 'SALES', cares: 'prices' }],
        },
      ],
    ]),
  );
  expect(await screen.findByText(/Version 1, saved/)).toBeVisible();
});

test('amounts are counted in the minor units of their currency', () => {
  expect(amountMinor({ amount: '45,5', currency: 'EUR' })).toBe(4550);
  expect(amountMinor({ amount: '5000', currency: 'JPY' })).toBe(5000);
  expect(amountMinor({ amount: '', currency: 'USD' })).toBeNull();
  expect(amountMinor({ amount: '-1', currency: 'USD' })).toBeUndefined();
});

test('who is no admin reads it and changes nothing', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp('/settings/company');

  expect(await screen.findByText('Only admins change this.')).toBeVisible();
  expect(screen.getByLabelText('Name')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});
