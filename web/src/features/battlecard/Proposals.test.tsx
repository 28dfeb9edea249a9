import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { BattlecardProposal } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { cardDraft, cardId } from '../../test/battlecard-fixtures';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const sectionId = cardDraft().sections[0]?.id ?? '';
const blockId = cardDraft().sections[0]?.blocks[0]?.id ?? null;
const citation = {
  documentId: ids.document,
  start: 14,
  end: 40,
  quote: 'Pro $59 per seat per month',
  url: 'http://brightdesk.localhost:8090/pricing',
  fetchedAt: '2026-11-20T08:00:00Z',
};

function proposal(change: Partial<BattlecardProposal> = {}): BattlecardProposal {
  return {
    id: '01930000-0000-7000-8000-0000000000d1',
    sectionId,
    origin: 'MODEL',
    state: 'READY',
    reason: '2 of 4 claims dropped: no verified quote carries them.',
    model: 'gpt-test',
    droppedClaims: 2,
    claims: [
      {
        id: '01930000-0000-7000-8000-0000000000d2',
        act: 'ADD',
        text: 'Pro costs $59 now.',
        inference: false,
        citations: [citation],
        decision: 'OPEN',
      },
      {
        id: '01930000-0000-7000-8000-0000000000d3',
        act: 'REPLACE',
        blockId,
        before: 'We win on price.',
        text: 'We win on price since Pro rose.',
        inference: true,
        citations: [citation],
        decision: 'OPEN',
      },
    ],
    createdBy: session.member.id,
    createdAt: '2026-11-20T08:00:00Z',
    ...change,
  };
}

const drafted = () =>
  server.use(http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(cardDraft())));

test('each claim is a diff of its own with its sources, and is accepted or refused alone', async () => {
  drafted();
  const decided: unknown[] = [];
  server.use(
    http.get('/api/v1/battlecards/{id}/proposals', ({ response }) => response(200).json([proposal()])),
    http.put(
      '/api/v1/battlecards/{id}/proposals/{proposalId}/claims/{claimId}',
      async ({ params, request, response }) => {
        decided.push([params.claimId.slice(-2), (await request.json()).decision]);
        return response(200).json(proposal());
      },
    ),
  );
  const { container } = renderApp(`/battlecards/${cardId}/edit`);

  const panel = await screen.findByRole('region', { name: 'Proposed changes of Why we win' });
  expect(panel).toHaveTextContent('by gpt-test');
  expect(panel).toHaveTextContent('2 claims were dropped');
  expect(within(panel).getByText('We win on price.').tagName).toBe('DEL');
  expect(within(panel).getAllByRole('link', { name: /^Source 1/ })).toHaveLength(2);
  expect(await violations(container)).toEqual([]);
  await userEvent.click(within(panel).getByRole('button', { name: 'Accept: Pro costs $59 now.' }));
  await waitFor(() => expect(decided).toEqual([['d2', 'ACCEPTED']]));
  await userEvent.click(within(panel).getByRole('button', { name: /^Refuse: We win/ }));
  await waitFor(() => expect(decided).toHaveLength(2));
});

test('without a model the rules propose and say so; while something is unsaved nothing is decided', async () => {
  drafted();
  const asked: unknown[] = [];
  const byRules = proposal({
    origin: 'RULES',
    model: null,
    droppedClaims: 0,
    reason: 'Proposed from facts and signals, without a model.',
  });
  server.use(
    http.get('/api/v1/battlecards/{id}/proposals', ({ response }) =>
      response(200).json(asked.length === 0 ? [] : [byRules]),
    ),
    http.post('/api/v1/battlecards/{id}/proposals', async ({ request, response }) => {
      asked.push(await request.json());
      return response(201).json(byRules);
    }),
  );
  renderApp(`/battlecards/${cardId}/edit`);
  await userEvent.click(await screen.findByRole('button', { name: 'Propose changes of Why we win' }));

  const panel = await screen.findByRole('region', { name: 'Proposed changes of Why we win' });
  expect(panel).toHaveTextContent('by rules, without a model');
  expect(asked).toEqual([{ sectionId, byRules: false }]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Text in Why we win' }), ' More.');
  expect(within(panel).getByRole('button', { name: 'Accept: Pro costs $59 now.' })).toBeDisabled();
});

test('a model that failed says why, and the rules can be asked instead', async () => {
  drafted();
  server.use(
    http.get('/api/v1/model', ({ response }) => response(200).json({ configured: true, model: 'gpt-test' })),
    http.get('/api/v1/battlecards/{id}/proposals', ({ response }) =>
      response(200).json([
        proposal({ state: 'FAILED', reason: 'The model refused to answer.', claims: [], droppedClaims: 0 }),
      ]),
    ),
  );
  renderApp(`/battlecards/${cardId}/edit`);

  expect(await screen.findByText('The model refused to answer.')).toBeVisible();
  expect(
    screen.getByRole('button', { name: 'Propose changes of Why we win from facts and signals only' }),
  ).toBeEnabled();
});
