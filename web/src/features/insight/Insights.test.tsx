import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Assessment, Story } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { evidence, ids, signal } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { insightOf } from './claims';

const story: Story = {
  id: '01930000-0000-7000-8000-0000000000d1',
  leadSignalId: ids.signal,
  headline: 'BrightDesk is moving up-market',
  signals: 2,
  sources: 2,
  significance: 82,
  firstSeenAt: '2026-11-19T08:00:00Z',
  lastSeenAt: '2026-11-20T08:00:00Z',
  apart: false,
  ties: [{ signalId: ids.signal, otherId: 'x', reason: 'SAME_MOVE', detail: 'Both tell that Pro rises.' }],
};
const quote = evidence();
const assessment: Assessment = {
  state: 'DONE',
  model: 'small-model',
  droppedClaims: 1,
  claims: [
    { text: 'Pro costs 20% more.', evidenceIds: [quote.id], kind: 'FACT' },
    { text: 'They aim at larger teams.', evidenceIds: [quote.id], kind: 'INFERENCE' },
    { text: 'They will be bought.', evidenceIds: [], kind: 'INFERENCE' },
  ],
};

function stories(items: Story[]) {
  server.use(
    http.get('/api/v1/stories', ({ query, response }) =>
      response(200).json({
        items: items.filter(({ signals }) => signals >= Number(query.get('least'))),
        nextCursor: null,
      }),
    ),
    http.get('/api/v1/stories/{id}', ({ response }) => response(200).json(story)),
  );
}

test('stories of several signals are listed; the rest is one choice away', async () => {
  stories([story, { ...story, id: ids.change, headline: 'A lone signal', signals: 1 }]);
  const { container, router } = renderApp('/insights');

  expect(await screen.findByRole('link', { name: story.headline })).toBeVisible();
  expect(screen.queryByText('A lone signal')).toBeNull();
  expect(screen.getByRole('meter', { name: 'significance 82 of 100' })).toBeVisible();
  expect(await violations(container)).toEqual([]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How many signals' }), 'all stories');
  expect(await screen.findByRole('link', { name: 'A lone signal' })).toBeVisible();
  expect(router.state.location.search).toEqual({ least: 1 });
});

test('without a story the screen says how one begins', async () => {
  stories([]);
  renderApp('/insights');

  await userEvent.click(await screen.findByRole('button', { name: 'Show all stories' }));
  expect(await screen.findByRole('heading', { name: 'No story yet.' })).toBeVisible();
});

test('claims stand with their evidence; one without a source is struck through, not hidden', async () => {
  stories([story]);
  server.use(
    http.get('/api/v1/signals', ({ response }) =>
      response(200).json({ items: [signal({ assessment, evidence: [quote], facts: [] })], nextCursor: null }),
    ),
  );
  const { container } = renderApp(`/insights/${story.id}`);

  const claims = await screen.findByRole('region', { name: 'Claims' });
  const [fact, inference, unsupported] = within(claims).getAllByRole('listitem') as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  expect(fact).toHaveTextContent('Pro costs 20% more. fact');
  expect(within(fact).getByRole('link', { name: 'Evidence 1 for: Pro costs 20% more.' })).toHaveAttribute(
    'href',
    `#evidence-${quote.id}`,
  );
  expect(inference).toHaveTextContent('inference');
  expect(unsupported.querySelector('s')).toHaveTextContent('They will be bought.');
  expect(unsupported).toHaveTextContent('no source found');
  expect(claims).toHaveTextContent('1 claim was left out');
  expect(screen.getByRole('region', { name: 'Why they belong together' })).toHaveTextContent(
    'Both tell that Pro rises.',
  );
  await userEvent.keyboard('1');
  expect(screen.getByRole('link', { name: 'Open at the quote' })).toHaveFocus();
  expect(await violations(container)).toEqual([]);
});

test('without a model the rules speak, and say that they do', async () => {
  stories([story]);
  renderApp(`/insights/${story.id}`);

  const claims = await screen.findByRole('region', { name: 'Claims' });
  expect(claims).toHaveTextContent('by rules, without a model');
  expect(claims).toHaveTextContent('A dearer Pro leaves room for an offer below it.');
});

test('evidence that several signals share has one number', () => {
  const again = { ...quote, id: 'again' };
  const { evidence: quotes, claims } = insightOf([
    signal({ facts: [], evidence: [quote] }),
    signal({
      id: 'other',
      facts: [],
      evidence: [again],
      assessment: { ...assessment, claims: [{ text: 'So it is.', evidenceIds: ['again'], kind: 'FACT' }] },
    }),
  ]);

  expect(quotes).toEqual([quote]);
  expect(claims).toEqual([{ text: 'So it is.', kind: 'FACT', citations: [1] }]);
});
