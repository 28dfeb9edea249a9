import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import type { BattlecardDraftRequest } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { card, cardDraft, cardId, cardSummary } from '../../test/battlecard-fixtures';
import { session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const asViewer = () =>
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );

test('the list says which cards aged, who owns them and which are overdue', async () => {
  server.use(http.get('/api/v1/battlecards', ({ response }) => response(200).json([cardSummary()])));
  const { container } = renderApp('/battlecards');

  const row = (await screen.findByRole('link', { name: 'vs BrightDesk' })).closest('tr') as HTMLElement;
  expect(within(row).getByText('1 fact changed')).toBeVisible();
  expect(within(row).getByText(/^overdue since/)).toBeVisible();
  await waitFor(() => expect(row).toHaveTextContent('Dana Fox'));
  expect(await violations(container)).toEqual([]);
});

test('without a card it says what one is for; a viewer is not offered to make one', async () => {
  const { unmount } = renderApp('/battlecards');
  expect(await screen.findByText(/^No card yet/)).toBeVisible();
  unmount();

  asViewer();
  const { router } = renderApp('/battlecards');
  expect(await screen.findByText(/^No card was published yet/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'New card' })).toBeNull();
  await router.navigate({ to: '/battlecards/$id/edit', params: { id: cardId } });
  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeVisible();
});

test('a new card is named after its competitor and opens in the editor', async () => {
  const made: unknown[] = [];
  server.use(
    http.post('/api/v1/battlecards', async ({ request, response }) => {
      made.push(await request.json());
      return response(201).json(cardSummary({ state: 'DRAFT', published: null }));
    }),
    http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(cardDraft())),
  );
  const { router } = renderApp('/battlecards');
  await userEvent.click(await screen.findByRole('button', { name: 'New card' }));
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Begin with' }), 'SWOT');
  await userEvent.click(screen.getByRole('button', { name: 'Create card' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/battlecards/${cardId}/edit`));
  expect(made).toMatchObject([{ name: 'vs BrightDesk', template: 'SWOT' }]);
});

test('readers see today\u2019s price beside what it was, and which words aged with it', async () => {
  server.use(http.get('/api/v1/battlecards/{id}', ({ response }) => response(200).json(card())));
  const { container } = renderApp(`/battlecards/${cardId}`);

  expect(await screen.findByRole('heading', { name: /^1 fact changed since/ })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Signal: Pro' })).toBeVisible();
  const pricing = screen.getByRole('region', { name: 'Pricing' });
  expect(pricing).toHaveTextContent('$59/mo');
  expect(pricing).toHaveTextContent('was $49/mo');
  const words = screen.getByRole('region', { name: 'Why we win' });
  expect(words).toHaveTextContent('a fact behind this changed');
  expect(within(words).getByRole('link', { name: /^Source 1: Pro \$59/ })).toHaveAttribute(
    'href',
    expect.stringContaining('quote=14-40'),
  );
  expect(await violations(container)).toEqual([]);
});

test('a card that nobody published says so', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/battlecards/:id', () =>
      HttpResponse.json({ title: 'Not Found', status: 404, detail: 'No battlecard.' }, { status: 404 }),
    ),
  );
  renderApp(`/battlecards/${cardId}`);

  expect(await screen.findByText('No battlecard.')).toBeVisible();
});

test('sections are renamed, moved and written, and the whole draft is saved on its version', async () => {
  const sent: { version: string | null; body: BattlecardDraftRequest }[] = [];
  server.use(
    http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(cardDraft())),
    http.put('/api/v1/battlecards/{id}/draft', async ({ request, response }) => {
      sent.push({ version: request.headers.get('If-Match'), body: await request.json() });
      return response(200).json(cardDraft({ version: 5 }));
    }),
  );
  const { container } = renderApp(`/battlecards/${cardId}/edit`);
  const text = await screen.findByRole('textbox', { name: 'Text in Why we win' });
  expect(await violations(container)).toEqual([]);
  await userEvent.clear(text);
  await userEvent.type(text, 'We win on care.');
  await userEvent.click(screen.getByRole('button', { name: 'Move down: Why we win' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Add a section' }), 'PROOF');
  expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.version).toBe('"4"');
  expect(sent[0]?.body.sections.map(({ title }) => title)).toEqual(['Pricing', 'Why we win', 'Proof']);
  expect(sent[0]?.body.sections[1]?.blocks[0]?.text).toBe('We win on care.');
});

test('who saves too late keeps their words and chooses', async () => {
  let version = 4;
  const sent: (string | null)[] = [];
  server.use(
    http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(cardDraft({ version }))),
    plain.put('http://ciq.test/api/v1/battlecards/:id/draft', ({ request }) => {
      sent.push(request.headers.get('If-Match'));
      if (sent.length > 1) return HttpResponse.json(cardDraft({ version: 6 }));
      version = 5;
      return HttpResponse.json({ title: 'Somebody was first', status: 412 }, { status: 412 });
    }),
  );
  renderApp(`/battlecards/${cardId}/edit`);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Text in Why we win' }), ' Mine.');
  await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));

  expect(await screen.findByRole('heading', { name: /^Somebody else saved/ })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(screen.getByRole('textbox', { name: 'Text in Why we win' })).toHaveValue('We win on price. Mine.');
  await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
  await waitFor(() => expect(sent).toEqual(['"4"', '"5"']));
});

test('a text just begun stays when a live fact of the card moves', async () => {
  let price = 5900;
  const moved = () => JSON.parse(JSON.stringify(cardDraft()).replaceAll('5900', `${price}`));
  server.use(http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(moved())));
  const { queryClient } = renderApp(`/battlecards/${cardId}/edit`);
  const pricing = await screen.findByRole('region', { name: 'Pricing' });
  await userEvent.click(within(pricing).getByRole('button', { name: 'Add text' }));

  price = 6100;
  await queryClient.invalidateQueries();

  await waitFor(() => expect(pricing).toHaveTextContent('$61'));
  expect(within(pricing).getByRole('textbox', { name: 'Text in Pricing' })).toHaveValue('');
});

test('an approved draft is published with a date to look at it again', async () => {
  const published: unknown[] = [];
  server.use(
    http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(cardDraft({ state: 'APPROVED' }))),
    http.post('/api/v1/battlecards/{id}/versions', async ({ request, response }) => {
      published.push(await request.json());
      return response(201).json({
        number: 3,
        note: 'New prices',
        approvedBy: session.member.id,
        publishedBy: session.member.id,
        publishedAt: '2026-11-20T08:00:00Z',
      });
    }),
  );
  renderApp(`/battlecards/${cardId}/edit`);
  await screen.findByRole('button', { name: 'Publish\u2026' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const dialog = screen.getByRole('dialog', { name: 'Publish this card' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^What is new/ }), 'New prices');
  await userEvent.type(within(dialog).getByLabelText(/^Look at it again by/), '2027-01-31');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));

  expect(await screen.findByText('Published: version 3.')).toBeVisible();
  expect(published).toEqual([{ note: 'New prices', verifyBy: '2027-01-31' }]);
});

test('a version is compared with the draft, old words and new', async () => {
  server.use(
    http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(cardDraft())),
    http.get('/api/v1/battlecards/{id}/versions', ({ response }) =>
      response(200).json([
        {
          number: 2,
          note: 'Second',
          approvedBy: session.member.id,
          publishedBy: session.member.id,
          publishedAt: '2026-11-06T08:00:00Z',
        },
      ]),
    ),
    http.get('/api/v1/battlecards/{id}/comparison', ({ response }) =>
      response(200).json({
        sections: [
          {
            id: cardId,
            kind: 'MODIFIED',
            before: 'Why we win',
            after: 'Why they lose',
            blocks: [{ id: cardId, kind: 'MODIFIED', live: null, before: 'On price.', after: 'On care.' }],
          },
        ],
        facts: [],
      }),
    ),
  );
  renderApp(`/battlecards/${cardId}/edit`);
  await userEvent.click(await screen.findByRole('button', { name: 'Compare version 2 with the draft' }));

  const dialog = screen.getByRole('dialog', { name: 'From version 2 to the draft' });
  expect((await within(dialog).findByText('On price.')).tagName).toBe('DEL');
  expect(within(dialog).getByText('On care.').tagName).toBe('INS');
});
