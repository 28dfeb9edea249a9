import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { AskAnswer, AskRequest } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { withCitations } from './cite';

const at = '2026-11-20T08:00:00Z';
const id = '01930000-0000-7000-8000-0000000000f1';

function answer(change: Partial<AskAnswer> = {}): AskAnswer {
  return {
    id,
    conversationId: id,
    question: 'What does BrightDesk charge for Pro?',
    askedBy: ids.member,
    askedAt: at,
    zone: 'UTC',
    scope: { competitorIds: [] },
    reading: {
      question: 'What does BrightDesk charge for Pro?',
      competitors: [{ id: ids.competitor, name: 'BrightDesk' }],
      topics: ['PRICE'],
      terms: ['Pro'],
      aboutChanges: false,
      aboutUs: true,
      carried: false,
    },
    verdict: 'ANSWERED',
    confidence: 'HIGH',
    note: '',
    claims: [{ text: 'BrightDesk asks $59 per month for Pro.', kind: 'FACT', citations: [1] }],
    citations: [
      {
        number: 1,
        competitorId: ids.competitor,
        competitor: 'BrightDesk',
        documentId: ids.document,
        snapshotId: ids.snapshot,
        blockId: 'b2',
        quote: '$59',
        start: 18,
        end: 21,
        url: 'http://brightdesk.localhost:8090/pricing',
        title: 'Pricing',
        fetchedAt: at,
      },
    ],
    followUps: ['What changed at BrightDesk in the last 90 days?'],
    canAsk: [],
    coverage: { documents: 214, competitors: 1, sources: 6, signals: 3, asOf: at, cut: false, away: false },
    writtenBy: 'EXTRACTS',
    modelState: 'NONE',
    modelReason: 'No model is configured.',
    droppedClaims: 0,
    tookMs: 31,
    useful: 0,
    notUseful: 0,
    mine: null,
    mayDelete: true,
    ...change,
  };
}

function answering(found: AskAnswer) {
  const asked: AskRequest[] = [];
  server.use(
    http.get('/api/v1/ask', ({ response }) => response(200).json({ items: [], nextCursor: null })),
    http.get('/api/v1/ask/{id}', ({ response }) => response(200).json(found)),
    http.post('/api/v1/ask', async ({ request, response }) => {
      asked.push(await request.json());
      return response(201).json(found);
    }),
    http.put('/api/v1/ask/{id}/feedback', async ({ request, response }) => {
      const { useful } = await request.json();
      return response(200).json({ ...found, mine: useful, useful: useful ? 1 : 0 });
    }),
  );
  return asked;
}

test('a question is asked with Enter and its answer cites the words of a page', async () => {
  const asked = answering(answer());
  const { container } = renderApp(`/ask?competitor=${ids.competitor}`);

  await userEvent.click(await screen.findByRole('textbox', { name: 'Question' }));
  await userEvent.paste('What does BrightDesk charge for Pro?');
  await userEvent.keyboard('{Enter}');

  expect(await screen.findByText(/BrightDesk asks \$59 per month for Pro/)).toBeVisible();
  expect(screen.getByText('Answered')).toBeVisible();
  expect(screen.getByText(/Searched 214 versions of pages of 1 competitor/)).toBeVisible();
  expect(screen.getByText(/Written without a language model/)).toBeVisible();
  expect(asked[0]).toMatchObject({ scope: { competitorIds: [ids.competitor] } });
  expect(asked[0]?.zone).toBeTruthy();
  expect(await violations(container)).toEqual([]);
});

test('a citation opens at the side with its quote in context, and a number key opens it too', async () => {
  answering(answer());
  const { container } = renderApp(`/ask/${id}`);

  await userEvent.click(await screen.findByRole('button', { name: 'Open citation 1: Pricing' }));

  const sheet = await screen.findByRole('dialog', { name: 'Citation 1' });
  await waitFor(() => expect(sheet.querySelector('mark')).toHaveTextContent('$59'));
  expect(within(sheet).getByRole('link', { name: 'Open in the captured page' })).toHaveAttribute(
    'href',
    `/documents/${ids.document}?quote=18-21`,
  );
  expect(await violations(container)).toEqual([]);

  await userEvent.click(within(sheet).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await userEvent.keyboard('1');
  expect(await screen.findByRole('dialog', { name: 'Citation 1' })).toBeVisible();
});

test('no answer says why and what can be asked instead', async () => {
  answering(
    answer({
      verdict: 'OUT_OF_SCOPE',
      note: 'This is not about what the watched competitors publish.',
      claims: [],
      citations: [],
      canAsk: ['prices and plans'],
    }),
  );
  renderApp(`/ask/${id}`);

  expect(await screen.findByText('Out of scope')).toBeVisible();
  expect(screen.getByText('This is not about what the watched competitors publish.')).toBeVisible();
  expect(screen.getByText('prices and plans')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Copy with citations' })).toBeNull();
});

test('while a model words it the extracts stand, and a failure is told', async () => {
  answering(answer({ modelState: 'PENDING' }));
  const { unmount } = renderApp(`/ask/${id}`);
  expect(await screen.findByText(/A language model is wording this answer/)).toBeVisible();
  expect(screen.getByText(/BrightDesk asks \$59/)).toBeVisible();
  unmount();

  answering(
    answer({ modelState: 'FAILED', failure: 'TIMED_OUT', modelReason: 'Given up after 60 s.', droppedClaims: 2 }),
  );
  renderApp(`/ask/${id}`);
  expect(await screen.findByText(/the sources speak for themselves. Given up after 60 s/)).toBeVisible();
  expect(screen.getByText(/2 claims of the model were dropped/)).toBeVisible();
});

test('an answer is rated', async () => {
  answering(answer());
  renderApp(`/ask/${id}`);

  await userEvent.click(await screen.findByRole('button', { name: 'Useful' }));

  expect(await screen.findByText(/1 member found it useful/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Useful' })).toHaveAttribute('aria-pressed', 'true');
});

test('a copied answer carries its citations with the address of their words', () => {
  expect(withCitations(answer(), 'https://ciq.test')).toContain('BrightDesk asks $59 per month for Pro. [1]');
  expect(withCitations(answer(), 'https://ciq.test')).toContain(
    `https://ciq.test/documents/${ids.document}?quote=18-21`,
  );
});
