import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { cardDraft, cardSummary } from '../../test/battlecard-fixtures';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

test('a signal is added to a section of a card with the places it cites', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('/api/v1/battlecards', ({ response }) => response(200).json([cardSummary()])),
    http.get('/api/v1/battlecards/{id}/draft', ({ response }) => response(200).json(cardDraft())),
    http.post('/api/v1/battlecards/{id}/blocks', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json(cardDraft());
    }),
  );
  const { container } = renderApp(`/signals/${ids.signal}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Add to a battlecard' }));
  const dialog = screen.getByRole('dialog', { name: 'Add to a battlecard' });
  await userEvent.selectOptions(await within(dialog).findByRole('combobox', { name: 'Section' }), 'Pricing');
  expect(await violations(container)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add to the draft' }));

  expect(await within(dialog).findByText(/^Added to the draft/)).toBeVisible();
  expect(sent).toMatchObject([
    {
      sectionId: cardDraft().sections[1]?.id,
      text: 'Pro rises from $49 to $59 per month',
      citations: [{ documentId: ids.document, start: 14, end: 40, signalId: ids.signal }],
    },
  ]);
});

test('without a card it leads to making one, and a viewer is not offered it', async () => {
  const { unmount } = renderApp(`/signals/${ids.signal}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Add to a battlecard' }));
  expect(await screen.findByRole('link', { name: 'Make one' })).toBeVisible();
  unmount();

  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp(`/signals/${ids.signal}`);
  await screen.findByRole('region', { name: 'Evidence' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Add to a battlecard' })).toBeNull());
});
