import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { card, cardId } from '../../test/battlecard-fixtures';
import { ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const read = () => server.use(http.get('/api/v1/battlecards/{id}', ({ response }) => response(200).json(card())));
const file = (text: string) => new File([text], 'deals.csv', { type: 'text/csv' });
const line = {
  line: 2,
  externalId: '7',
  deal: 'Acme',
  outcome: 'WON',
  closedOn: '2026-10-01',
  competitorId: ids.competitor,
  reason: 'Price',
} as const;

test('the rate says of how many deals it is, and why they ended so', async () => {
  read();
  server.use(
    http.get('/api/v1/deal-outcomes/summary', ({ response }) =>
      response(200).json({
        won: 2,
        lost: 1,
        noDecision: 1,
        decided: 3,
        winRate: 2 / 3,
        from: '2026-10-01',
        to: '2026-10-04',
        reasons: [{ outcome: 'LOST', reason: 'Integrations', deals: 1 }],
      }),
    ),
  );
  renderApp(`/battlecards/${cardId}`);

  const panel = await screen.findByRole('region', { name: 'Deals against them' });
  expect(await within(panel).findByText('67 % won')).toBeVisible();
  expect(panel).toHaveTextContent('of 3 decided deals');
  expect(panel).toHaveTextContent('Integrationslost \u00b7 1 deal');
});

test('a file with faults is not imported; each fault names its line', async () => {
  read();
  server.use(
    http.post('/api/v1/deal-outcomes/preview', ({ response }) =>
      response(200).json({
        added: 1,
        changed: 0,
        unchanged: 0,
        faults: [{ line: 3, column: 'date', message: 'Write the day as 2026-11-27.' }],
        deals: [line],
      }),
    ),
  );
  const { container } = renderApp(`/battlecards/${cardId}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Import deals' }));
  const dialog = screen.getByRole('dialog', { name: 'Import deals from a CSV file' });
  await userEvent.upload(within(dialog).getByLabelText('CSV file'), file('external_id'));

  expect(await within(dialog).findByText('Line 3 date')).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Import' })).toBeDisabled();
  expect(await violations(container)).toEqual([]);
});

test('a sound file is imported and said so', async () => {
  read();
  const sent: unknown[] = [];
  const answer = { added: 1, changed: 0, unchanged: 2, faults: [], deals: [line] };
  server.use(
    http.post('/api/v1/deal-outcomes/preview', ({ response }) => response(200).json(answer)),
    http.post('/api/v1/deal-outcomes/import', async ({ request, response }) => {
      sent.push(await request.json());
      return response(200).json(answer);
    }),
  );
  renderApp(`/battlecards/${cardId}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Import deals' }));
  const dialog = screen.getByRole('dialog', { name: 'Import deals from a CSV file' });
  await userEvent.upload(within(dialog).getByLabelText('CSV file'), file('external_id\n7'));
  expect(await within(dialog).findByText('1 new, 0 changed, 2 as they are')).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Import' }));

  expect(await screen.findByText('Imported: 1 new, 0 changed.')).toBeVisible();
  expect(sent).toEqual([{ csv: 'external_id\n7', competitorId: ids.competitor }]);
});
