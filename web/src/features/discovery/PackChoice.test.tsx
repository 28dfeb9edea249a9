import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { keys } from '../../shared/api/keys';
import type { PackEntry, Provider } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { competitor, discovery, ids, sourcePack, suggestion } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const pricing = suggestion();
const careers = suggestion({ id: '01930000-0000-7000-8000-0000000000a2', kind: 'CAREERS', label: 'Careers' });
const docs = suggestion({
  id: '01930000-0000-7000-8000-0000000000a3',
  kind: 'DOCS',
  label: 'Documentation',
  recommended: false,
});
const ads = suggestion({
  id: '01930000-0000-7000-8000-0000000000a4',
  kind: 'ADS',
  collector: 'SEARCHAPI',
  label: 'Google ads',
  recommended: false,
  needsCredential: true,
});

function entry(kind: PackEntry['kind'], change: Partial<PackEntry> = {}): PackEntry {
  return {
    kind,
    collector: null,
    interval: 'PT24H',
    rendering: 'AUTO',
    suggestions: [],
    needsCredential: false,
    ...change,
  };
}

const saas = sourcePack({
  entries: [
    entry('PRICING', { suggestions: [pricing.id], interval: 'PT3H' }),
    entry('STATUS'),
    entry('ADS', { collector: 'SEARCHAPI', suggestions: [ads.id], rendering: 'NEVER', needsCredential: true }),
    entry('NEWS', { collector: 'SEARCHAPI' }),
  ],
});
const openSource = sourcePack({
  id: 'open-source',
  title: 'Open-source company',
  entries: [entry('DOCS', { suggestions: [docs.id] })],
  fit: { found: 7, wanted: 8 },
});
const shop = sourcePack({ id: 'online-shop', title: 'Online shop', fit: { found: 3, wanted: 7 } });

const searchApi = (state: Provider['state']): Provider => ({
  provider: 'searchapi',
  name: 'SearchAPI.io',
  state,
  resting: false,
  budget: { monthMicros: 0, sourceMicros: 0, sources: {} },
  month: { month: '2026-11-01', spentMicros: 0, reservedMicros: 0 },
});

beforeEach(() => {
  server.use(
    http.get('/api/v1/discoveries/{id}', ({ response }) =>
      response(200).json(discovery({ suggestions: [pricing, careers, docs, ads] })),
    ),
    http.get('/api/v1/source-packs', ({ query, response }) =>
      response(200).json({ items: query.get('discoveryId') === ids.discovery ? [saas, openSource, shop] : [] }),
    ),
    http.get('/api/v1/providers', ({ response }) => response(200).json([searchApi('MISSING')])),
  );
});

const open = () => renderApp(`/competitors/new?url=a.test&discovery=${ids.discovery}`);
const ticked = () =>
  screen
    .getAllByRole('checkbox')
    .filter((box) => (box as HTMLInputElement).checked)
    .map((box) => (box as HTMLInputElement).labels?.[0]?.textContent);

test('packs that fit stand behind what is recommended, the best first, each with its count', async () => {
  const { container } = open();

  const choice = await screen.findByRole('group', { name: 'What to watch' });

  expect(within(choice).getAllByRole('radio')).toEqual([
    within(choice).getByRole('radio', { name: 'Recommended 2 pages' }),
    within(choice).getByRole('radio', { name: 'Open-source company 7 of 8 found' }),
    within(choice).getByRole('radio', { name: 'SaaS company 6 of 8 found' }),
  ]);
  expect(within(choice).getByRole('radio', { name: /^Recommended/ })).toBeChecked();
  expect(ticked()).toEqual(['Pricing', 'Careers']);
  expect(await violations(container)).toEqual([]);
});

test('a pack is chosen with the keyboard, ticks its pages and says what is missing', async () => {
  const { container } = open();
  const recommended = await screen.findByRole('radio', { name: /^Recommended/ });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Careers' }));

  recommended.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');

  expect(screen.getByRole('radio', { name: /^SaaS company/ })).toBeChecked();
  expect(ticked()).toEqual(['Pricing', 'Google ads']);
  expect(screen.getByText('every 3 h')).toBeVisible();
  expect(screen.getByRole('note')).toHaveTextContent('Not found here: Status page.');
  expect(await screen.findByText(/SearchAPI.io needs a key that works/)).toBeVisible();
  expect(within(screen.getByRole('note')).getByRole('link', { name: 'Data providers' })).toBeVisible();
  expect(await violations(container)).toEqual([]);

  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(ticked()).toEqual(['Pricing', 'Careers']);
  expect(screen.queryByRole('note')).toBeNull();
});

test('nothing is said of a key that works', async () => {
  const { queryClient } = open();
  await userEvent.click(await screen.findByRole('radio', { name: /^SaaS company/ }));
  await screen.findByText(/needs a key that works/);

  server.use(http.get('/api/v1/providers', ({ response }) => response(200).json([searchApi('VERIFIED')])));
  await queryClient.invalidateQueries({ queryKey: keys.providers });

  await waitFor(() => expect(screen.queryByText(/needs a key that works/)).toBeNull());
  expect(screen.getByRole('note')).toHaveTextContent('Not found here');
});

test('what is tracked is what is ticked, visited as the pack says', async () => {
  let tracked: unknown;
  server.use(
    http.post('/api/v1/competitors', async ({ request, response }) => {
      tracked = await request.json();
      return response(201).json(competitor);
    }),
  );
  open();

  await userEvent.click(await screen.findByRole('radio', { name: /^SaaS company/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Documentation' }));
  await userEvent.click(screen.getByRole('button', { name: 'Track 3 pages' }));

  await waitFor(() =>
    expect(tracked).toMatchObject({
      sources: [
        { suggestionId: pricing.id, schedule: { interval: 'PT3H' } },
        { suggestionId: docs.id },
        { suggestionId: ads.id, schedule: { interval: 'PT24H' }, rendering: 'NEVER' },
      ],
    }),
  );
});

test('without a pack that fits there is nothing to choose', async () => {
  server.use(http.get('/api/v1/source-packs', ({ response }) => response(200).json({ items: [shop] })));
  open();

  await screen.findByRole('checkbox', { name: 'Pricing' });

  expect(screen.queryByRole('radio')).toBeNull();
});
