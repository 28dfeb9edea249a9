import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Fact, OfferTerms } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { competitor, evidence, fact, ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { asTable, chosenIds, differs } from './comparison';

const other = { ...competitor, id: '01930000-0000-7000-8000-0000000000c2', name: 'Ticketly' };
const both = `${ids.competitor},${other.id}`;
const perSeat: OfferTerms = { basis: 'SEAT', from: false, addOn: false, contactSales: false, limits: [] };

function known(byCompetitor: Record<string, Fact[]>) {
  server.use(
    http.get('/api/v1/competitors', ({ response }) =>
      response(200).json({ items: [competitor, other], nextCursor: null }),
    ),
    http.get('/api/v1/company-profile', ({ response }) =>
      response(200).json({
        version: 0,
        profile: { name: '', sells: '', segments: [], positioning: '', plans: [], relations: [], teams: [] },
      }),
    ),
    http.get('/api/v1/facts', ({ query, response }) =>
      response(200).json({ items: byCompetitor[query.get('competitorId') ?? ''] ?? [], nextCursor: null }),
    ),
  );
}

const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

test('prices are brought to one basis, and each cell says how', async () => {
  known({
    [ids.competitor]: [fact({ terms: perSeat })],
    [other.id]: [
      fact({
        id: 'o',
        competitorId: other.id,
        subject: 'Team',
        value: { text: '\u00a329', amountMinor: 2900, currency: 'GBP', period: 'MONTH' },
      }),
    ],
  });
  const { container } = renderApp(`/compare/pricing?c=${both}&seats=25`);

  const row = await screen.findByRole('row', { name: /Lowest paid plan/ });
  expect(cellsOf(row)).toEqual([
    'Pro: $49/mo$1,225 per month, times 25 seatsEvidence',
    'Team: \u00a329/mo\u00a329 per month, not told to be per seat: counted onceEvidence',
  ]);
  expect(screen.getByText(/^Amounts are brought to 25 seats per month/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('amounts are also shown in one currency, at rates the reader types and the address keeps', async () => {
  const user = userEvent.setup();
  known({
    [ids.competitor]: [fact({})],
    [other.id]: [
      fact({
        id: 'o',
        competitorId: other.id,
        subject: 'Team',
        value: { text: '\u00a329', amountMinor: 2900, currency: 'GBP', period: 'MONTH' },
      }),
    ],
  });
  const { container, router } = renderApp(`/compare/pricing?c=${both}&seats=1`);

  await user.selectOptions(await screen.findByRole('combobox', { name: 'Currency' }), 'Also in USD');
  expect(await screen.findByText(/no rate from GBP to USD yet/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'What 1 GBP is worth in USD' }), '1,27');

  const row = await screen.findByRole('row', { name: /Lowest paid plan/ });
  await vi.waitFor(() =>
    expect(cellsOf(row)).toEqual([
      'Pro: $49/mo$49 per monthEvidence',
      'Team: \u00a329/mo\u00a329 per month, $36.83 at 1.27 USD for 1 GBPEvidence',
    ]),
  );
  expect(router.state.location.search).toMatchObject({ currency: 'USD', rates: 'GBP:1.27' });
  expect(screen.getByText(/^Rates as typed on/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Currency' }), 'In their own currencies');
  await vi.waitFor(() => expect(router.state.location.search).not.toHaveProperty('rates'));
});

test('what is unknown is never no, and d leaves only what differs', async () => {
  const feature = (id: string, name: string, text: string) =>
    fact({ id, kind: 'FEATURE', subject: 'Pro', field: name, value: { text } });
  known({
    [ids.competitor]: [feature('a', 'Single sign-on', 'yes'), feature('b', 'Chat', 'yes'), feature('c', 'Forum', 'no')],
    [other.id]: [feature('d', 'Chat', 'yes')],
  });
  const { router } = renderApp(`/compare/features?c=${both}`);

  const chat = await screen.findByRole('row', { name: /Chat/ });
  expect(cellsOf(chat)).toEqual(['yesProEvidence', 'yesProEvidence']);
  expect(cellsOf(screen.getByRole('row', { name: /Single sign-on/ }))).toEqual(['yesProEvidence', 'unknown']);
  expect(cellsOf(screen.getByRole('row', { name: /Forum/ }))).toEqual(['noEvidence', 'unknown']);
  await userEvent.keyboard('d');
  expect(await screen.findByRole('checkbox', { name: 'Differences only' })).toBeChecked();
  expect(screen.queryByRole('row', { name: /Chat/ })).toBeNull();
  expect(router.state.location.search).toMatchObject({ differences: true });
});

test('arrows walk the cells and Enter opens the words behind one', async () => {
  const job = (id: string, name: string) =>
    fact({
      id,
      kind: 'JOB_OPENING',
      subject: name,
      details: [{ kind: 'FUNCTION', text: 'SALES' }],
      evidence: [evidence()],
    });
  known({ [ids.competitor]: [job('a', 'Closer'), job('b', 'Hunter')], [other.id]: [job('c', 'Farmer')] });
  const { router } = renderApp(`/compare/hiring?c=${both}`);

  const total = await screen.findByRole('row', { name: /Open roles/ });
  const [first, second] = within(total).getAllByRole('cell');
  first?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(second).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Home}');
  expect(first).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(router.state.location.pathname).toBe(`/documents/${ids.document}`));
});

test('the table is copied with what is taken for granted', async () => {
  const user = userEvent.setup();
  known({ [ids.competitor]: [fact({ terms: perSeat })], [other.id]: [] });
  renderApp(`/compare/pricing?c=${both}`);

  await user.click(await screen.findByRole('button', { name: 'Copy as Markdown' }));

  expect(await screen.findByText('Copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain(
    '| Lowest paid plan | Pro: $49/mo ($490 per month, times 10 seats) | unknown |',
  );
});

test('who is compared is chosen on the page and lives in the address', async () => {
  known({});
  const { router } = renderApp('/compare');

  expect(await screen.findByRole('heading', { name: 'Choose two to four competitors.' })).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Add a competitor' }), 'Ticketly');
  await vi.waitFor(() => expect(router.state.location.search).toMatchObject({ c: other.id }));
  expect(await screen.findByText('Nothing is known about this of those you chose.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Take Ticketly out' }));
  expect(await screen.findByRole('heading', { name: 'Choose two to four competitors.' })).toBeVisible();
});

test('a topic there is not leads to the page that says so', async () => {
  renderApp('/compare/colours');

  expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible();
});

test('nonsense in the address is dropped, and more than four are not compared', () => {
  const id = (end: number) => `01930000-0000-7000-8000-00000000000${end}`;

  expect(chosenIds(`${id(1)},x,${id(1)},${[2, 3, 4, 5].map(id).join(',')}`)).toEqual([1, 2, 3, 4].map(id));
  expect(differs({ name: '', cells: [{ text: 'yes' }, { text: null }] })).toBe(true);
  expect(asTable('T', ['A'], [{ name: 'r', cells: [{ text: null }] }], 'unknown').rows).toEqual([['r', 'unknown']]);
});
