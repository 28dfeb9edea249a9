import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import type { Digest, DigestRequest, Edition, EditionContent, ShareLink } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const at = '2026-11-27T07:00:00Z';
const token = 'x'.repeat(43);
const content: EditionContent = {
  name: 'Weekly for sales',
  audience: 'SALES',
  zone: 'Europe/Berlin',
  from: '2026-11-20T07:00:00Z',
  to: at,
  headline: 'BrightDesk: Pro raised from $49 to $59, and 1 more story',
  selection: 'Everything of all competitors.',
  signals: 8,
  stories: 2,
  competitors: [
    {
      competitorId: ids.competitor,
      name: 'BrightDesk',
      stories: [
        {
          signalId: ids.signal,
          storyId: ids.signal,
          category: 'PRICING',
          severity: 'CRITICAL',
          significance: 95,
          headline: 'Pro raised from $49 to $59',
          summary: '',
          moves: [{ subject: 'Pro', before: '$49', after: '$59' }],
          reasons: ['Signals about pricing weigh 1.00.'],
          whyItMatters: null,
          sources: 7,
          quotes: [
            {
              documentId: ids.signal,
              evidenceId: ids.signal,
              side: 'AFTER',
              text: 'Pro $59 per seat',
              start: 3,
              end: 19,
              url: 'https://brightdesk.example/pricing',
              fetchedAt: at,
            },
          ],
          url: 'https://brightdesk.example/pricing',
          detectedAt: at,
        },
      ],
    },
  ],
  more: 1,
  quiet: ['Quietly'],
  checked: { sources: 3, visits: 14, snapshots: 1, unchanged: 12, failures: 1, asOf: at },
  checks:
    '3 sources visited in 14 visits: 1 new snapshot, 12 the same as before, 1 failure. 8 changes confirmed, 5 visits without one.',
  basis: 'Written by rules from what was read, without a language model.',
};
const edition: Edition = {
  id: '01930000-0000-7000-8000-0000000000e1',
  digestId: '01930000-0000-7000-8000-0000000000d9',
  occasion: 'SCHEDULED',
  content,
  createdAt: at,
};
const head = {
  id: edition.id,
  occasion: edition.occasion,
  from: content.from,
  to: content.to,
  headline: content.headline,
  signals: content.signals,
  stories: content.stories,
  createdAt: at,
};
const digest: Digest = {
  id: edition.digestId,
  name: content.name,
  audience: 'SALES',
  selection: { competitorIds: [], tags: ['tier-1'], categories: ['PRICING'], leastSignificance: 40 },
  cadence: { frequency: 'WEEKLY', time: '07:00:00', day: 'MONDAY', zone: 'Europe/Berlin' },
  channelIds: [],
  recipients: ['mia@example.com'],
  enabled: true,
  nextAt: '2026-12-04T06:00:00Z',
  latest: head,
  createdAt: at,
  version: 3,
};
const link: ShareLink = {
  id: '01930000-0000-7000-8000-0000000000f1',
  kind: 'EDITION',
  targetId: edition.id,
  title: content.headline,
  path: null,
  opened: 2,
  lastOpenedAt: at,
  createdBy: session.member.id,
  createdAt: at,
  expiresAt: '2099-01-01T00:00:00Z',
  revokedAt: null,
};

function filled() {
  server.use(
    http.get('/api/v1/digests', ({ response }) => response(200).json([digest])),
    http.get('/api/v1/digests/{id}', ({ response }) => response(200).json(digest)),
    http.get('/api/v1/digests/{id}/editions', ({ response }) =>
      response(200).json({ items: [head], nextCursor: null }),
    ),
    http.get('/api/v1/digests/{id}/editions/{edition}', ({ response }) => response(200).json(edition)),
    http.get('/api/v1/share-links', ({ response }) => response(200).json({ items: [link], nextCursor: null })),
  );
}

test('digests read as sentences and lead to their latest edition', async () => {
  filled();
  const { container } = renderApp('/digests');

  const row = (await screen.findByRole('link', { name: digest.name })).closest('li') as HTMLElement;
  expect(row).toHaveTextContent(
    'Weekly on Monday at 07:00 (Europe/Berlin), for sales: pricing of those tagged tier-1 with a significance of 40 or more.',
  );
  expect(within(row).getByRole('link', { name: content.headline })).toBeVisible();
  expect(await screen.findByText(/opened 2 times/)).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('without anything the screen says what it is for, and a viewer is not offered what is refused', async () => {
  server.use(
    http.get('/api/v1/digests', ({ response }) => response(200).json([])),
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp('/digests');

  expect(await screen.findByText(/No digest yet/)).toBeVisible();
  expect(screen.getByText(/needs the analyst role/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'New digest' })).toBeNull();
});

test('a failure says so with a way back', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/digests', () =>
      HttpResponse.json({ title: 'Analysis is away', status: 503 }, { status: 503 }),
    ),
  );
  renderApp('/digests');

  expect(await screen.findByText(/Analysis is away/)).toBeVisible();
});

test('a digest is written, looked at before it is saved, and saved', async () => {
  const saved: DigestRequest[] = [];
  filled();
  server.use(
    http.post('/api/v1/digests/preview', ({ response }) => response(200).json(content)),
    http.post('/api/v1/digests', async ({ request, response }) => {
      saved.push((await request.json()) as DigestRequest);
      return response(201).json(digest);
    }),
  );
  const { container } = renderApp('/digests/new');

  await userEvent.type(await screen.findByLabelText('Name'), 'For the board');
  await userEvent.type(screen.getByLabelText('Mail addresses'), 'mia@example.com, ben@example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Preview now' }));
  expect(await screen.findByText(content.headline)).toBeVisible();
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Save digest' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({
    name: 'For the board',
    recipients: ['mia@example.com', 'ben@example.com'],
    cadence: { frequency: 'WEEKLY', day: 'MONDAY', time: '07:00' },
  });
});

test('an edition shows old and new, where it is written and what was checked, and is shared once', async () => {
  filled();
  server.use(
    http.post('/api/v1/share-links', ({ response }) => response(201).json({ ...link, path: `/shared/${token}` })),
  );
  const { container } = renderApp(`/digests/${digest.id}/editions/${edition.id}`);

  expect(await screen.findByRole('heading', { level: 1, name: content.headline })).toBeVisible();
  expect(screen.getByText(/\+6 sources/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open at the quote' })).toHaveAttribute(
    'href',
    expect.stringContaining('quote=3-19'),
  );
  expect(screen.getByText(/5 visits without one/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'PDF' })).toHaveAttribute('href', expect.stringMatching(/\/pdf$/));
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create link' }));

  expect(await screen.findByText(new RegExp(`/shared/${token}$`))).toBeVisible();
});

test('whoever holds a link reads the one thing without signing in', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/session', () => HttpResponse.json({ title: 'No', status: 401 }, { status: 401 })),
    http.get('/api/v1/shared/{token}', ({ response }) =>
      response(200).json({ kind: 'EDITION', title: 'x', expiresAt: link.expiresAt, edition: content, signal: null }),
    ),
  );
  const { container } = renderApp(`/shared/${token}`);

  expect(await screen.findByRole('heading', { level: 1, name: content.headline })).toBeVisible();
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Open at the quote' })).toBeNull();
  expect(await violations(container)).toEqual([]);
});

test('a link that ended says so', async () => {
  server.use(
    plain.get(`http://ciq.test/api/v1/shared/${token}`, () =>
      HttpResponse.json(
        { title: 'Gone', status: 410, detail: 'This link was revoked. Ask whoever sent it.' },
        { status: 410 },
      ),
    ),
  );
  renderApp(`/shared/${token}`);

  expect(await screen.findByRole('heading', { name: 'This link has ended' })).toBeVisible();
  expect(screen.getByText(/was revoked/)).toBeVisible();
});
