import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { enter, expect, test } from './support/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const nowhere = '01930000-0000-7000-8000-00000000dead';

/** What is wrong with one screen does not keep the next ones from being looked at. */
async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(wide, `${path} is wider than the screen by`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const broken = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect.soft(broken, path).toEqual([]);
}

// Colours depend on the scheme and layout on the width, so two pairs meet every state of both.
for (const [scheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test.describe(`${scheme}, ${width} px`, () => {
    test.use({ colorScheme: scheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

    for (const part of [0, 1, 2, 3]) {
      test(`screens with content, part ${part + 1} of 4`, async ({ page }) => {
        await enter(page);
        const api = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
        const signal = (await api('/signals?limit=1')).items[0];
        const competitor = (await api('/competitors?limit=1')).items[0];
        const story = (await api('/stories?limit=1')).items[0];
        const card = (await api('/battlecards'))[0];
        const digest = (await api('/digests'))[0];
        const paths = [
          '/',
          '/battlecards',
          `/battlecards/${card.id}`,
          `/battlecards/${card.id}/edit`,
          '/competitors',
          ...['overview', 'timeline', 'pricing', 'features', 'news', 'jobs', 'ads', 'sources'].map(
            (tab) => `/competitors/${competitor.id}/${tab}`,
          ),
          '/pricing',
          ...['pricing', 'features', 'hiring'].map((topic) => `/compare/${topic}?c=${competitor.id}`),
          '/insights?least=1',
          `/insights/${story.id}`,
          '/competitors/new',
          '/providers',
          '/sources',
          '/ops',
          '/ops/jobs',
          '/ops/dead',
          '/ops/sla',
          '/search?q=price',
          '/settings/workspace',
          '/settings/connectors',
          '/settings/appearance',
          '/settings/shortcuts',
          '/settings/members',
          '/settings/account',
          `/competitors/${competitor.id}/facts?kind=FEATURE`,
          '/alerts',
          '/alerts/new',
          '/outbox',
          '/settings/api-keys',
          '/settings/data',
          '/digests',
          '/digests/new',
          `/digests/${digest.id}`,
          `/digests/${digest.id}/editions/${digest.latest.id}`,
          `/signals/${signal.id}`,
          `/sources/${signal.sourceId}`,
          `/sources/${signal.sourceId}/rules`,
          `/sources/${signal.sourceId}/reading`,
          '/reading',
          '/settings/audit',
          '/settings/flags',
          '/settings/config',
          `/documents/${signal.evidence[0]?.documentId ?? signal.documentId}?quote=0-20`,
        ];
        for (const path of paths.filter((_, index) => index % 4 === part)) await check(page, path);
      });
    }

    test('screens with nothing to show', async ({ page }) => {
      await enter(page);
      const competitor = (await (await page.request.get('/api/v1/competitors?limit=1')).json()).items[0];
      const paths = [
        `/competitors/${competitor.id}/facts?kind=PERSON`,
        `/competitors/${nowhere}/facts`,
        `/sources/${nowhere}`,
        `/battlecards/${nowhere}`,
        `/battlecards?competitor=${nowhere}`,
        `/reading?run=${nowhere}`,
        '/?severity=LOW&category=LEADERSHIP&triage=DISMISSED',
        '/?triage=SAVED',
        '/competitors?q=nobody-has-this-name',
        `/signals/${nowhere}`,
        `/competitors/${nowhere}`,
        '/pricing?q=no-such-plan',
        '/compare/pricing',
        `/insights/${nowhere}`,
        `/alerts/${nowhere}`,
        '/?triage=SNOOZED',
        `/documents/${nowhere}`,
        '/there-is-no-such-page',
        '/sources?q=nothing-is-called-like-this',
        '/search?q=nothing-is-called-like-this',
        '/search',
        '/ops/jobs?kind=nothing-is-called-like-this',
        '/ops/jobs/1',
      ];
      for (const path of paths) await check(page, path);
    });

    test('signed out', async ({ page }) => {
      await check(page, '/sign-in');
      await check(page, '/forgot-password');
      await check(page, '/join#no-such-link');
      await check(page, '/new-password#no-such-link');
    });
  });
}
