import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { ids, overview } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { editOf, watchingOf } from './watching';

function watched() {
  const [source] = overview().sources;
  if (!source) throw new Error('the fixture has a source');
  return source;
}

const pricing = watched();

async function openSettings() {
  renderApp(`/competitors/${ids.competitor}/sources`);
  await userEvent.click(await screen.findByRole('button', { name: /^Settings of .*pricing$/ }));
  return screen.findByRole('dialog');
}

function saves() {
  const sent: { ifMatch: string | null; body: unknown }[] = [];
  server.use(
    http.patch('/api/v1/sources/{id}', async ({ request, response }) => {
      sent.push({ ifMatch: request.headers.get('If-Match'), body: await request.json() });
      return response(200).json(pricing);
    }),
  );
  return sent;
}

test('nothing touched is nothing changed', () => {
  expect(editOf(pricing, watchingOf(pricing))).toEqual({ rendering: 'AUTO', paused: false });
});

test('a pause leaves the plan alone, and a window leaves the jitter alone', () => {
  const watching = watchingOf(pricing);
  expect(editOf(pricing, { ...watching, paused: true })).toEqual({ rendering: 'AUTO', paused: true });
  expect(editOf(pricing, { ...watching, limited: true, days: ['MONDAY'] }).schedule).toEqual({
    interval: 'PT6H',
    zone: 'UTC',
    jitter: 'PT5M',
    window: { days: ['MONDAY'], from: '08:00', to: '20:00' },
  });
});

test('a page is visited daily, on workdays, in office hours of a zone', async () => {
  const sent = saves();
  const dialog = await openSettings();

  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Visit' }), 'every day');
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Only at certain times' }));
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Fri' }));
  const zone = within(dialog).getByLabelText(/Time zone/);
  await userEvent.clear(zone);
  await userEvent.type(zone, 'Europe/Berlin');
  expect(await violations(dialog)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    {
      ifMatch: '"1"',
      body: {
        schedule: {
          interval: 'PT24H',
          zone: 'Europe/Berlin',
          window: { days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'], from: '08:00', to: '20:00' },
        },
        rendering: 'AUTO',
        paused: false,
      },
    },
  ]);
});

const following = {
  ...pricing,
  schedule: {
    ...pricing.schedule,
    adaptive: {
      shortest: 'PT1H30M',
      longest: 'PT48H',
      current: 'PT12H',
      why: 'No change in the last 20 visits: every 12 h.',
    },
  },
};

test('a page is visited as often as it changes, most often each hour', async () => {
  const sent = saves();
  const dialog = await openSettings();

  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Follow how often the page changes' }));
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Most often' }), 'every hour');
  expect(await violations(dialog)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toMatchObject({
    schedule: { interval: 'PT6H', zone: 'UTC', adaptive: { shortest: 'PT1H' } },
  });
});

test('an interval that moved is told with its reason and its bounds', async () => {
  server.use(
    http.get('/api/v1/competitors/{id}/overview', ({ response }) =>
      response(200).json({ ...overview(), sources: [following] }),
    ),
  );
  const dialog = await openSettings();

  expect(screen.getByRole('row', { name: /every 12 h/, hidden: true })).toBeInTheDocument();
  expect(within(dialog).getByText('No change in the last 20 visits: every 12 h.')).toBeVisible();
  expect(within(dialog).getByRole('combobox', { name: 'Most often' })).toHaveDisplayValue('every 90 min');
  expect(within(dialog).getByRole('combobox', { name: 'Least often' })).toHaveDisplayValue('every 2 days');
});

test('a window keeps the bounds, and an interval that no longer follows has none', () => {
  const watching = watchingOf(following);
  expect(editOf(following, watching)).toEqual({ rendering: 'AUTO', paused: false });
  expect(editOf(following, { ...watching, limited: true, days: ['MONDAY'] }).schedule).toMatchObject({
    interval: 'PT6H',
    jitter: 'PT5M',
    adaptive: { shortest: 'PT1H30M', longest: 'PT48H' },
  });
  expect(editOf(following, { ...watching, adaptive: false }).schedule).toEqual({ interval: 'PT6H', zone: 'UTC' });
  expect(editOf(following, { ...watching, rhythm: 'cron', cron: '0 6 * * *' }).schedule).toEqual({
    cron: '0 6 * * *',
    zone: 'UTC',
  });
});

test('a refused schedule is told and nothing typed is lost', async () => {
  server.use(
    http.patch('/api/v1/sources/{id}', ({ response }) =>
      response.untyped(
        Response.json(
          { title: 'Invalid schedule', status: 400, detail: 'write five fields' },
          { status: 400, headers: { 'content-type': 'application/problem+json' } },
        ),
      ),
    ),
  );
  const dialog = await openSettings();

  await userEvent.selectOptions(
    within(dialog).getByRole('combobox', { name: 'Visit' }),
    'at the times of a cron expression',
  );
  await userEvent.type(within(dialog).getByLabelText(/Cron expression/), 'daily');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

  expect(await within(dialog).findByText('write five fields')).toBeVisible();
  expect(within(dialog).getByLabelText(/Cron expression/)).toHaveValue('daily');
});

test('a page is no longer watched once that was confirmed', async () => {
  let removed = 0;
  server.use(
    http.delete('/api/v1/sources/{id}', ({ response }) => {
      removed += 1;
      return response(204).empty();
    }),
  );
  const dialog = await openSettings();

  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop watching' }));
  expect(removed).toBe(0);
  expect(within(dialog).getByText(/What was collected stays/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop watching' }));

  await waitFor(() => expect(removed).toBe(1));
});
