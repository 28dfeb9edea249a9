import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { violations } from '../../test/axe';
import { fact, ids, overview } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const answer = (change: Parameters<typeof overview>[0]) =>
  server.use(http.get('/api/v1/competitors/{id}/overview', ({ response }) => response(200).json(overview(change))));

test('on day one the page shows what is known', async () => {
  answer({
    latestSignals: [],
    counts: { documents: 4, facts: 31, plans: 4, posts: 0, changes: 0, features: 31, openings: 1 },
    nextVisitAt: new Date(Date.now() + 52 * 60_000).toISOString(),
    plans: [fact(), fact({ id: 'x', subject: 'Enterprise', value: { text: 'Contact sales' } })],
  });
  const { container } = renderApp(`/competitors/${ids.competitor}`);

  const plans = await screen.findByRole('region', { name: 'Plans' });
  expect(plans).toHaveTextContent('$49/mo');
  expect(plans).toHaveTextContent('Contact sales');
  const known = screen.getByRole('region', { name: 'What is known so far' });
  expect(known).toHaveTextContent('4 plans \u00b7 31 features \u00b7 1 role');
  expect(known).toHaveTextContent(/Next check in 5[12]/);
  expect(screen.getByText(/No change has been seen since/)).toBeVisible();
  expect(screen.getByText(/Watching for changes since/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('before anything is read the page says so, and after the first signal it leads with that', async () => {
  answer({ latestSignals: [], counts: { documents: 0, facts: 0, plans: 0, posts: 0, changes: 0 } });
  const first = renderApp(`/competitors/${ids.competitor}`);
  expect(await screen.findByText(/The pages are being read/)).toBeVisible();
  first.unmount();

  answer({});
  renderApp(`/competitors/${ids.competitor}`);
  expect(await screen.findByRole('region', { name: 'Latest signals' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'What is known so far' })).toBeNull();
});

test('what a person says of a price stands first, with what was read and why beside it', async () => {
  const corrected = {
    value: { text: '$45 on invoices' },
    note: 'Our contract says so.',
    setBy: ids.competitor,
    setAt: '2026-11-20T08:00:00Z',
  };
  const said = vi.fn();
  server.use(
    http.put('/api/v1/facts/{id}/override', async ({ request, response }) => {
      said(await request.json());
      return response(200).json(fact({ override: corrected }));
    }),
  );
  answer({ plans: [fact()] });
  renderApp(`/competitors/${ids.competitor}`);

  await userEvent.click(await screen.findByRole('button', { name: 'Correct Pro' }));
  answer({ plans: [fact({ override: corrected })] });
  await userEvent.type(screen.getByLabelText(/What it is/), '$45 on invoices');
  await userEvent.type(screen.getByLabelText(/How you know/), 'Our contract says so.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  const plans = await screen.findByRole('region', { name: 'Plans' });
  expect(await within(plans).findByText('$45 on invoices')).toBeVisible();
  expect(plans).toHaveTextContent('the page says $49/mo; Our contract says so.');
  expect(said).toHaveBeenCalledWith({ text: '$45 on invoices', note: 'Our contract says so.' });
});

test('each price of a plan can be corrected, the monthly one is offered first', async () => {
  const yearly = fact({
    id: ids.source,
    field: 'amount-billed-yearly',
    value: { text: '$39', amountMinor: 3900, currency: 'USD', period: 'MONTH' },
  });
  const said = vi.fn();
  server.use(
    http.put('/api/v1/facts/{id}/override', async ({ params, response }) => {
      said(params.id);
      return response(200).json(yearly);
    }),
  );
  answer({ plans: [yearly, fact()] });
  renderApp(`/competitors/${ids.competitor}`);

  await userEvent.click(await screen.findByRole('button', { name: 'Correct Pro' }));
  expect(screen.getByText(/^Read from the page: \$49\/mo\./)).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('Which price'), '$39/mo billed yearly');
  await userEvent.type(screen.getByLabelText(/What it is/), '$35');
  await userEvent.type(screen.getByLabelText(/How you know/), 'Their offer of May.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await vi.waitFor(() => expect(said).toHaveBeenCalledWith(ids.source));
});

test('a service that is away leaves a note, not a dead page', async () => {
  answer({ competitor: null, partial: [{ part: 'latestSignals', reason: 'The analysis service is not available.' }] });
  renderApp(`/competitors/${ids.competitor}`);

  expect(await screen.findByText('Signals: The analysis service is not available.')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Competitor' })).toBeVisible();
});

test('a failing page says why and what helps', async () => {
  const [source] = overview().sources;
  if (!source) throw new Error('the fixture has a source');
  answer({
    sources: [
      {
        ...source,
        health: {
          sourceId: ids.source,
          lastOutcome: 'LOGIN',
          reason: 'The page asks to sign in.',
          fix: 'Choose a public page.',
        },
        condition: { state: 'BLOCKED', reason: 'The page asks to sign in.', fix: 'Choose a public page.' },
      },
    ],
  });
  renderApp(`/competitors/${ids.competitor}/sources`);

  const sources = await screen.findByRole('region', { name: 'Watched pages' });
  expect(within(sources).getByText('Asks to sign in')).toBeVisible();
  expect(within(sources).getByText('Choose a public page.')).toBeVisible();
});

test('a visit can be asked for, and asking twice is no error', async () => {
  server.use(
    http.post('/api/v1/sources/{id}/visits', ({ response }) => response(202).json({ jobId: 7, duplicate: true })),
  );
  renderApp(`/competitors/${ids.competitor}/sources`);

  await userEvent.click(await screen.findByRole('button', { name: /^Visit .*pricing now$/ }));

  expect(await screen.findByText('Already on its way')).toBeVisible();
});
