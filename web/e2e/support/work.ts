import type { Page } from '@playwright/test';
import { brightdesk, market, member } from './stack';
import { expect } from './test';

// What has to lie on the desk before a journey begins; laid there through the API, so that no click is counted for it.

const headers = { 'X-CIQ-CSRF': '1' };
const quiet = 'discovery-jobs';

const json = async (page: Page, path: string) => (await page.request.get(`/api/v1${path}`)).json();

/** A session without a form: the journey begins on the screen it is about. */
export async function signedIn(page: Page): Promise<void> {
  const { email, password } = member;
  const answer = await page.request.post('/api/v1/session', { headers, data: { email, password } });
  expect(answer.ok()).toBe(true);
}

async function watched(page: Page): Promise<{ id: string; name: string }> {
  const { items } = await json(page, '/competitors?limit=200');
  const found = items.find(({ url }: { url: string }) => url.includes(brightdesk));
  expect(found).toBeTruthy();
  return found;
}

/**
 * At least this many signals that nobody has decided about: the market moves until there are. One step after the other,
 * as what changes on a page between two visits is one signal.
 */
export async function newSignals(page: Page, count: number): Promise<void> {
  const { id } = await watched(page);
  const { items: sources } = await json(page, `/sources?competitorId=${id}&limit=200`);
  const known = async () => (await json(page, '/signals?limit=100')).items as { id: string; triage: string }[];
  // The last two are what earlier journeys let happen.
  for (const step of ['headline', 'trial', 'starter-agents', 'new-cpo', 'pro-price', 'release-5-3']) {
    const before = (await known()).length;
    if (before >= count) break;
    await market(`/steps/brightdesk-${step}`);
    for (const source of sources) await page.request.post(`/api/v1/sources/${source.id}/visits`, { headers });
    const told = expect.poll(async () => (await known()).length, { timeout: 20_000 }).toBeGreaterThan(before);
    // Nothing is told of a step that has happened before.
    await told.catch(() => {});
  }
  expect((await known()).length).toBeGreaterThanOrEqual(count);
  const ids = (await known()).filter(({ triage }) => triage !== 'NEW').map((signal) => signal.id);
  if (ids.length === 0) return;
  const moved = await page.request.post('/api/v1/signals/triage', { headers, data: { ids, triage: 'NEW' } });
  expect(moved.ok()).toBe(true);
}

/** What was decided about each of some signals. */
export function triageOf(page: Page, ids: string[]): Promise<string[]> {
  return Promise.all(ids.map(async (id) => (await json(page, `/signals/${id}`)).triage));
}

/** The address of a signal whose page changed in its text, at a place that nothing hides. */
export async function signalWithText(page: Page): Promise<string> {
  const { items } = await json(page, '/signals?limit=100');
  for (const { id, changeId, sourceId } of items) {
    const { from, hunks } = await json(page, `/changes/${changeId}/diff`);
    if (sourceId && from && hunks?.[0] && !hunks[0].ignoredBy) return `/signals/${id}`;
  }
  throw new Error('no signal shows what changed on its page');
}

/** Takes every ignore rule back, so that what was hidden is shown again. */
export async function withoutRules(page: Page): Promise<void> {
  const rules = await json(page, '/ignore-rules');
  for (const { id } of rules.items ?? rules) await page.request.delete(`/api/v1/ignore-rules/${id}`, { headers });
}

export async function deadJobs(page: Page): Promise<number> {
  return (await json(page, `/queues/${quiet}`)).depth.dead;
}

/** At least one more dead job: for a moment a discovery has one attempt of a tenth of a second. */
export async function anotherDeadJob(page: Page): Promise<string> {
  const settings = (data: object) => page.request.patch(`/api/v1/queues/${quiet}`, { data, headers });
  const before = await deadJobs(page);
  expect((await settings({ timeoutSeconds: 0.1, maxAttempts: 1 })).status()).toBe(200);
  try {
    await expect
      .poll(
        async () => {
          await page.request.post('/api/v1/discoveries', { data: { url: `http://${brightdesk}` }, headers });
          return deadJobs(page);
        },
        { timeout: 60_000, intervals: [3000] },
      )
      .toBeGreaterThan(before);
  } finally {
    await settings({ timeoutSeconds: null, maxAttempts: null });
  }
  return quiet;
}
