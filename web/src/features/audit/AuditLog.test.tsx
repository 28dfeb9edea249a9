import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { AuditChain, AuditEntry } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const whole: AuditChain = {
  rows: 1200,
  forgotten: 1,
  headSequence: 1200,
  headHash: 'ab12',
  checkedAt: '2026-11-20T09:00:00Z',
  firstBreak: null,
};

const entry: AuditEntry = {
  id: ids.change,
  sequence: 1200,
  at: '2026-11-20T09:00:00Z',
  action: 'CHANGE_ANSWERED',
  who: { accountId: ids.source, name: 'Ada', email: 'ada@example.com' },
  subject: 'publishBattlecard 7',
  before: null,
  after: '{"status":201}',
  address: null,
  userAgent: null,
  traceId: 't',
  hash: 'ab12',
  forgotten: false,
};

let chain = whole;
let asked: URLSearchParams[] = [];

beforeEach(() => {
  chain = whole;
  asked = [];
  server.use(
    http.get('/api/v1/audit-chain', ({ response }) => response(200).json(chain)),
    http.get('/api/v1/audit-entries', ({ request, response }) => {
      asked.push(new URL(request.url).searchParams);
      return response(200).json({ items: [entry], nextCursor: null });
    }),
  );
});

test('rows say who did what, are filtered, and can be taken along', async () => {
  const { container } = renderApp('/settings/audit');

  const table = await screen.findByRole('table');
  expect(table).toHaveTextContent(/1200.*Ada.*Change answered publishBattlecard 7.*forgotten/);
  expect(await screen.findByText('Whole: 1,200 rows, each follows the one before it.')).toBeVisible();
  expect(screen.getByRole('link', { name: /JSON Lines/ })).toHaveAttribute(
    'href',
    '/api/v1/audit-entries/export?format=jsonl',
  );
  expect(await violations(container)).toEqual([]);
  await userEvent.selectOptions(screen.getByLabelText('Who'), 'Ada');
  await userEvent.type(screen.getByLabelText('Operation or id'), 'publish');

  await waitFor(() => {
    expect(asked.at(-1)?.get('accountId')).toBe(ids.source);
    expect(asked.at(-1)?.get('subject')).toBe('publish');
  });
});

test('a break is named with its row', async () => {
  chain = { ...whole, firstBreak: { sequence: 7, fault: 'MISSING', detail: 'rows up to 9 are gone' } };
  renderApp('/settings/audit');

  const panel = await screen.findByRole('region', { name: 'Chain' });
  expect(await within(panel).findByText('Broken at row 7: rows up to 9 are gone.')).toBeVisible();
});

test('who is no admin reads nothing of it', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'analyst' } }),
    ),
  );
  renderApp('/settings/audit');

  expect(await screen.findByText('Only admins and owners read who did what.')).toBeVisible();
  expect(asked).toEqual([]);
});
