import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ImportedSources } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const checked: ImportedSources = {
  dryRun: true,
  format: 'URLS',
  added: 1,
  known: 1,
  refused: 1,
  lines: [
    { number: 1, url: 'https://brightdesk.example/blog', kind: 'BLOG', fate: 'ADDED' },
    { number: 2, url: 'https://brightdesk.example/pricing', kind: 'PRICING', fate: 'KNOWN' },
    { number: 3, url: 'ftp://x', fate: 'REFUSED', detail: 'Only http and https can be watched.' },
  ],
};

function imports(answer: ImportedSources) {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/competitors/{id}/source-imports', async ({ request, response }) => {
      const list = await request.json();
      sent.push(list);
      return response(200).json({ ...answer, dryRun: list.dryRun ?? false });
    }),
  );
  return sent;
}

async function openImport() {
  renderApp(`/competitors/${ids.competitor}/sources`);
  await userEvent.click(await screen.findByRole('button', { name: 'Add pages' }));
  return screen.findByRole('dialog');
}

test('a list is checked line by line before anything is added', async () => {
  const sent = imports(checked);
  const dialog = await openImport();
  const text = 'brightdesk.example/blog\nbrightdesk.example/pricing\nftp://x';

  await userEvent.type(within(dialog).getByLabelText(/Addresses/), text);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Check' }));

  const lines = await within(dialog).findByRole('region', { name: 'What becomes of each line' });
  expect(within(lines).getByText('Will be watched: Blog')).toBeVisible();
  expect(within(lines).getByText('Watched already')).toBeVisible();
  expect(within(lines).getByText('Only http and https can be watched.')).toBeVisible();
  expect(await violations(dialog)).toEqual([]);
  expect(sent).toEqual([{ text, dryRun: true }]);

  await userEvent.click(within(dialog).getByRole('button', { name: 'Add 1 page' }));

  await waitFor(() => expect(sent).toContainEqual({ text, dryRun: false }));
  expect(await within(dialog).findByText(/1 page added/)).toBeVisible();
});

test('a file fills the list, and a changed list is checked again', async () => {
  imports(checked);
  const dialog = await openImport();

  await userEvent.upload(
    within(dialog).getByLabelText(/Or a file/),
    new File(['url\nbrightdesk.example/blog'], 'pages.csv', { type: 'text/csv' }),
  );
  expect(await within(dialog).findByDisplayValue(/brightdesk.example\/blog/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Check' }));
  await within(dialog).findByRole('button', { name: 'Add 1 page' });
  await userEvent.type(within(dialog).getByLabelText(/Addresses/), '{Enter}helpnest.example');

  expect(within(dialog).getByRole('button', { name: 'Check' })).toBeVisible();
  expect(within(dialog).queryByRole('button', { name: 'Add 1 page' })).toBeNull();
});

test('a list with nothing new says so', async () => {
  imports({ ...checked, added: 0, lines: checked.lines.slice(1) });
  const dialog = await openImport();

  await userEvent.type(within(dialog).getByLabelText(/Addresses/), 'ftp://x');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Check' }));

  expect(await within(dialog).findByText('Nothing new is in the list.')).toBeVisible();
  expect(within(dialog).queryByRole('button', { name: /^Add \d/ })).toBeNull();
});
