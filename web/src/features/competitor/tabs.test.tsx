import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Fact, Visit } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { evidence, fact, ids, overview, signal } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { byWeek, rolesOverTime } from './activity';
import { claimsOf } from './meaning';

const at = (tab: string) => `/competitors/${ids.competitor}/${tab}`;

function facts(byKind: Record<string, Fact[]>) {
  server.use(
    http.get('/api/v1/facts', ({ query, response }) =>
      response(200).json({ items: byKind[query.get('kind') ?? ''] ?? [], nextCursor: null }),
    ),
  );
}

const opening = fact({
  id: 'job-1',
  kind: 'JOB_OPENING',
  subject: 'Account Executive',
  field: 'opening',
  value: { text: 'Lisbon' },
  validFrom: new Date(Date.now() - 5 * 86_400_000).toISOString(),
  details: [
    { kind: 'FUNCTION', text: 'SALES' },
    { kind: 'LOCATION', text: 'Lisbon' },
  ],
});

test('a competitor without a tab opens at its overview, and digits lead from tab to tab', async () => {
  const { router } = renderApp(`/competitors/${ids.competitor}?range=30d`);

  await screen.findByRole('region', { name: 'Plans' });
  expect(router.state.location.pathname).toBe(at('overview'));
  await userEvent.keyboard('8');
  expect(await screen.findByRole('region', { name: 'Watched pages' })).toBeVisible();
  expect(router.state.location.href).toBe(`${at('sources')}?range=30d`);
  const tabs = screen.getByRole('navigation', { name: 'What is known of it' });
  expect(within(tabs).getByRole('link', { current: 'page' })).toHaveTextContent('Sources');
});

test('what it means rests on quotes, and what rests on none is not told', () => {
  const quote = evidence();
  const assessed = signal({
    evidence: [quote],
    facts: [],
    assessment: {
      state: 'DONE',
      claims: [
        { text: 'They go up-market.', evidenceIds: [quote.id], kind: 'INFERENCE' },
        { text: 'They will be bought.', evidenceIds: ['nowhere'], kind: 'INFERENCE' },
      ],
    },
  });

  expect(claimsOf([assessed]).map(({ text }) => text)).toEqual(['They go up-market.']);
  expect(claimsOf([signal()]).map(({ text, byModel }) => [text, byModel])).toEqual([
    ['A dearer Pro leaves room for an offer below it.', false],
  ]);
});

test('prices are drawn with the signals about them, and words that are no number are said to be none', async () => {
  facts({ PRICE: [fact({ id: 'x', subject: 'Enterprise', value: { text: 'Let us talk' } }), fact()] });
  server.use(
    http.get('/api/v1/facts/prices', ({ response }) =>
      response(200).json([
        {
          competitorId: ids.competitor,
          plan: 'Pro',
          field: 'amount',
          currency: 'USD',
          period: 'MONTH',
          points: [{ at: '2026-11-20T08:00:00Z', amountMinor: 4900, text: '$49', factId: fact().id }],
        },
      ]),
    ),
  );
  const { container } = renderApp(at('pricing'));

  const cursor = await screen.findByRole('slider', { name: /^Price history, USD per month/ });
  expect(cursor).toHaveAttribute('aria-valuetext', expect.stringContaining('Pro $49'));
  const events = screen.getByRole('list', { name: 'What happened' });
  expect(within(events).getByRole('link', { name: 'Pro rises from $49 to $59 per month' })).toBeVisible();
  const terms = screen.getByRole('region', { name: 'Plans and their terms' });
  const enterprise = within(terms).getByRole('row', { name: /Enterprise/ });
  expect(enterprise).toHaveTextContent('Let us talk');
  expect(enterprise).toHaveTextContent('the words of the page: not a number we trust');
  expect(within(enterprise).getByRole('link', { name: 'Evidence for Enterprise' })).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('what no page says of a plan is unknown, never no', async () => {
  facts({
    FEATURE: [
      fact({ id: 'a', kind: 'FEATURE', subject: 'Pro', field: 'Single sign-on', value: { text: 'yes' } }),
      fact({ id: 'b', kind: 'FEATURE', subject: 'Starter', field: 'Reports', value: { text: 'no' } }),
    ],
  });
  renderApp(at('features'));

  const row = await screen.findByRole('row', { name: /Single sign-on/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['unknown', 'yes Evidence']);
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search features' }), 'nothing like it');
  expect(screen.getByText('No feature matches \u201cnothing like it\u201d.')).toBeVisible();
});

test('roles are drawn by function; closed ones are shown on demand', async () => {
  facts({
    JOB_OPENING: [opening, { ...opening, id: 'job-2', subject: 'Closed Role', validTo: new Date().toISOString() }],
  });
  renderApp(at('jobs'));

  const openings = await screen.findByRole('region', { name: 'Openings' });
  expect(within(openings).getByRole('row', { name: /Account Executive/ })).toHaveTextContent('Sales');
  expect(within(openings).queryByText('Closed Role')).toBeNull();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Show closed ones too' }));
  expect(within(openings).getByRole('row', { name: /Closed Role/ })).toHaveTextContent('closed');
  expect(await screen.findByRole('slider', { name: /^Open roles by function/ })).toBeVisible();
});

test('roles that opened before the period count from its beginning, closed ones until they close', () => {
  const now = Date.parse('2026-11-20T00:00:00Z');
  const { moments, parts } = rolesOverTime(
    [
      { ...opening, validFrom: '2025-01-01T00:00:00Z', validTo: '2026-11-10T00:00:00Z' },
      { ...opening, validFrom: '2026-11-05T00:00:00Z', validTo: null },
    ],
    '30d',
    now,
  );

  expect(moments.map((moment) => new Date(moment).toISOString().slice(0, 10))).toEqual([
    '2026-10-21',
    '2026-11-05',
    '2026-11-10',
  ]);
  expect(parts).toEqual([{ part: 'SALES', values: [1, 2, 1] }]);
});

test('what is older than the period is in no week', () => {
  const now = new Date('2026-11-20T12:00').getTime();
  const { weeks, parts } = byWeek(
    [
      { at: now, part: 'PRICING' },
      { at: new Date('2026-11-16T00:00').getTime(), part: 'PRICING' },
      { at: new Date('2026-06-01T00:00').getTime(), part: 'PRICING' },
    ],
    '30d',
    now,
  );

  expect(weeks).toHaveLength(5);
  expect(parts.get('PRICING')).toEqual([0, 0, 0, 0, 2]);
});

test('the timeline is filtered by the address, and without a signal it says so', async () => {
  const asked = vi.fn();
  server.use(
    http.get('/api/v1/signals', ({ query, response }) => {
      asked(query.get('category'), query.get('competitorId'));
      return response(200).json({ items: query.get('category') ? [] : [signal()], nextCursor: null });
    }),
  );
  const { router } = renderApp(at('timeline'));

  expect(await screen.findByRole('link', { name: 'Pro rises from $49 to $59 per month' })).toBeVisible();
  expect(await screen.findByRole('slider', { name: /^Signals by day/ })).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Hiring');
  expect(await screen.findByText('No signal matches.')).toBeVisible();
  expect(router.state.location.search).toMatchObject({ category: 'HIRING' });
  expect(asked).toHaveBeenCalledWith('HIRING', ids.competitor);
});

test('without a library of ads the tab says what it would take', async () => {
  renderApp(at('ads'));

  expect(await screen.findByRole('heading', { name: 'No ads are watched.' })).toBeVisible();
  const region = screen.getByRole('region', { name: 'Ads' });
  expect(within(region).getByRole('link', { name: 'Data providers' })).toHaveAttribute('href', '/providers');
});

test('each visit of the week is told with what came of it', async () => {
  const visit: Visit = {
    id: 'v1',
    sourceId: ids.source,
    competitorId: ids.competitor,
    url: 'http://brightdesk.localhost:8090/pricing',
    startedAt: new Date(Date.now() - 3_600_000).toISOString(),
    outcome: 'BLOCKED',
  };
  server.use(http.get('/api/v1/visits', ({ response }) => response(200).json({ items: [visit], nextCursor: null })));
  renderApp(at('sources'));

  const strip = await screen.findByRole('slider', { name: /^Visits of the last week/ });
  expect(strip).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Pricing, .*: Blocked by the site$/));
});

test('posts are counted by week', async () => {
  facts({
    POST: [
      fact({
        kind: 'POST',
        subject: 'Series C',
        field: 'title',
        value: { text: 'Series C' },
        validFrom: new Date().toISOString(),
      }),
    ],
  });
  renderApp(at('news'));

  expect(await screen.findByRole('slider', { name: /^Posts by week/ })).toBeVisible();
  expect(screen.getByRole('region', { name: 'Latest posts' })).toHaveTextContent('Series C');
});

test('a failing part of a tab says so and the rest stays', async () => {
  server.use(
    http.get('/api/v1/facts/prices', ({ response }) =>
      response('default').json({ type: 'about:blank', title: 'The prices did not come', status: 503 }, { status: 503 }),
    ),
  );
  renderApp(at('overview'));

  expect(await screen.findByText('The prices did not come')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Plans' })).toHaveTextContent(String(overview().plans.length && 'Pro'));
});
