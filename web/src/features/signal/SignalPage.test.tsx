import { screen, within } from '@testing-library/react';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import type { Assessment } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { evidence, ids, signal } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const assessed = (assessment: Assessment | null) =>
  server.use(http.get('/api/v1/signals/{id}', ({ response }) => response(200).json(signal({ assessment }))));

test('facts, quotes and the comparison stand on one page', async () => {
  const { container } = renderApp(`/signals/${ids.signal}`);

  const facts = await screen.findByRole('region', { name: 'Facts' });
  expect(within(facts).getByRole('row', { name: /Pro price/ })).toHaveTextContent('$49/mo$59/mo');
  expect(within(facts).getByText('+20.4%')).toBeVisible();
  const quote = screen.getByRole('link', { name: 'Open at the quote' });
  expect(quote).toHaveAttribute('href', `/documents/${ids.document}?quote=14-40`);
  const live = screen.getByRole('link', { name: /Live page/ });
  expect(live).toHaveAttribute('rel', expect.stringContaining('noreferrer'));
  const hunk = await screen.findByRole('region', { name: 'Plans \u203a Pro' });
  expect(hunk.querySelector('del mark')).toHaveTextContent('49');
  expect(hunk.querySelector('ins mark')).toHaveTextContent('59');
  expect(screen.getByRole('region', { name: 'Footer' })).toHaveTextContent('ignored: copyright year');
  expect(await violations(container)).toEqual([]);
});

test.each<[Assessment | null, RegExp]>([
  [null, /No language model is connected/],
  [
    { state: 'SKIPPED', reason: 'No model: set CIQ_A_URL and CIQ_A_NAME.' },
    /can connect one with CIQ_A_URL and CIQ_A_NAME/,
  ],
  [{ state: 'PENDING' }, /The model is reading the evidence/],
  [{ state: 'SKIPPED', reason: 'Below the significance that is worth a question.' }, /Below the significance/],
  [{ state: 'FAILED', reason: 'The answer cited a quote that does not exist.' }, /cited a quote that does not exist/],
])('an assessment that is not there says why (%o)', async (assessment, words) => {
  assessed(assessment);
  renderApp(`/signals/${ids.signal}`);

  expect(await screen.findByText(words)).toBeVisible();
  const rules = screen.getByRole('group', { name: 'By rules, without a model' });
  expect(rules).toHaveTextContent('A dearer Pro leaves room');
  expect(rules).toHaveTextContent('Sales, Executives');
});

test('a claim leads to its evidence, a claim without evidence says so', async () => {
  assessed({
    state: 'DONE',
    headline: 'Going up-market',
    claims: [
      { text: 'Pro costs a fifth more.', evidenceIds: [evidence().id] },
      { text: 'They will be bought.', evidenceIds: ['unknown'] },
    ],
    confidence: 'MEDIUM',
  });
  renderApp(`/signals/${ids.signal}`);

  expect(await screen.findByText('no source found')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Evidence 1' })).toHaveAttribute('href', `#evidence-${evidence().id}`);
  expect(screen.queryByRole('group', { name: 'By rules, without a model' })).toBeNull();
});

test('hostile text stays text', async () => {
  const headline = '<img src=x onerror=alert(1)>';
  server.use(
    http.get('/api/v1/signals/{id}', ({ response }) =>
      response(200).json(signal({ headline, url: 'javascript:alert(1)' })),
    ),
  );
  const { container } = renderApp(`/signals/${ids.signal}`);

  expect(await screen.findByRole('heading', { level: 1, name: headline })).toBeVisible();
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelector('a[href^="javascript:"]')).toBeNull();
});

test('a signal that is gone says so without offering to retry', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/signals/:id', () =>
      HttpResponse.json({ title: 'No such signal', status: 404 }, { status: 404 }),
    ),
  );
  renderApp(`/signals/${ids.signal}`);

  expect(await screen.findByRole('heading', { name: 'No such signal' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
});
