import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import {
  addressOf,
  becomeViewer,
  nothingAnswers,
  nothingIsThere,
  type Screen,
  screens,
  whatIsKnown,
} from './support/screens';
import { enter, expect, test } from './support/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const nowhere = '01930000-0000-7000-8000-00000000dead';

// Colours depend on the scheme and layout on the width, so two pairs meet every state of both; one load serves both.
const looks = [
  ['light', 1440],
  ['dark', 390],
] as const;

/** What is wrong with one screen does not keep the next ones from being looked at. */
const softly = expect.configure({ soft: true });

async function look(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  await expect.soft(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
  await expect.soft(page.locator('[aria-busy=true]'), path).toHaveCount(0);
  const all: string[] = [];
  for (const [colorScheme, width] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator(`html[data-mantine-color-scheme=${colorScheme}]`)).toBeAttached();
    // Asked again: what follows the width by script comes a moment after it on a busy machine.
    await softly
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
        message: `${path} is wider than ${width} px by`,
      })
      .toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const broken = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    expect.soft(broken, `${path}, ${colorScheme}`).toEqual([]);
    all.push(...broken);
  }
  return all;
}

/** Keeps what came of it, for the table in docs/screens.md. */
async function lookAt(page: Page, info: TestInfo, screen: Screen, state: string, path: string): Promise<void> {
  const { route } = screen;
  // The stack has none of these: the table calls it untried.
  if (path.length > 1 && path.endsWith('/')) return;
  const broken = await look(page, path);
  // Who may not, or has nothing, is told so in words; a failure is something else.
  const failed = await page.getByRole('alert').and(page.locator('[data-tone=danger]')).count();
  if (state !== 'error') expect.soft(failed, `${route} fails, ${state}`).toBe(0);
  info.annotations.push({
    type: 'looked',
    description: JSON.stringify({ route, state, broken: broken.length, looks: looks.map(([scheme]) => scheme) }),
  });
}

/** Says that a screen has no such state, so that the table does not call it untried. */
function leaveOut(info: TestInfo, { route }: Screen, state: string): void {
  info.annotations.push({ type: 'apart', description: `${route} ${state}` });
}

const parts = 8;
const partOf = (all: Screen[], part: number) => all.filter((_, index) => index % parts === part);
const members = screens.filter(({ isOpen }) => !isOpen);
const open = screens.filter(({ isOpen }) => isOpen);

/** All four states are looked at when docs/screens.md is written; the two that take longest are left out of every day's run. */
const whole = process.env.CIQ_SCREENS === 'write';

test.setTimeout(240_000);

for (let part = 0; part < parts; part += 1) {
  const some = partOf(members, part);
  const which = `part ${part + 1} of ${parts}`;

  test(`screens with content, ${which}`, async ({ page }, info) => {
    await enter(page);
    const known = await whatIsKnown(page);
    for (const screen of some) await lookAt(page, info, screen, 'loaded', addressOf(screen, known));
  });

  test(`screens with nothing to show, ${which}`, async ({ page }, info) => {
    await enter(page);
    const known = await whatIsKnown(page);
    for (const screen of some.filter(({ empty }) => empty)) {
      await lookAt(page, info, screen, 'empty', screen.empty ?? '');
    }
    await nothingIsThere(page);
    for (const screen of some.filter(({ empty }) => !empty)) {
      if (screen.asksNothing) leaveOut(info, screen, 'empty');
      else await lookAt(page, info, screen, 'empty', addressOf(screen, known));
    }
    // A screen may be asking for something at this moment, and nobody waits for the answer any more.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  if (!whole) continue;

  test(`screens whose services do not answer, ${which}`, async ({ page }, info) => {
    await enter(page);
    const known = await whatIsKnown(page);
    await nothingAnswers(page);
    for (const screen of some) {
      await lookAt(page, info, screen, 'error', addressOf(screen, known));
      if (screen.asksNothing) continue;
      const again = page.getByRole('main').getByRole('button', { name: 'Retry' });
      expect.soft(await again.count(), `${screen.route} offers to try again`).toBeGreaterThan(0);
    }
  });

  test(`screens as a viewer sees them, ${which}`, async ({ page }, info) => {
    await enter(page);
    const known = await whatIsKnown(page);
    await becomeViewer(page, `vera-${part}-${Date.now()}@example.com`);
    for (const screen of some) {
      await lookAt(page, info, screen, 'no permission', addressOf(screen, known));
    }
  });
}

test('screens of things that are not there', async ({ page }) => {
  await enter(page);
  const competitor = (await (await page.request.get('/api/v1/competitors?limit=1')).json()).items[0];
  const paths = [
    `/competitors/${competitor.id}/facts?kind=PERSON`,
    `/competitors/${nowhere}/facts`,
    `/competitors/${nowhere}`,
    `/sources/${nowhere}`,
    `/battlecards/${nowhere}`,
    `/battlecards?competitor=${nowhere}`,
    `/reading?run=${nowhere}`,
    '/?severity=LOW&category=LEADERSHIP&triage=DISMISSED',
    '/?triage=SAVED',
    `/signals/${nowhere}`,
    `/insights/${nowhere}`,
    `/alerts/${nowhere}`,
    `/documents/${nowhere}`,
    '/there-is-no-such-page',
    '/search',
    '/ops/jobs/1',
    `/compare/features?c=${competitor.id}`,
    `/compare/hiring?c=${competitor.id}`,
  ];
  for (const path of paths) await look(page, path);
});

test('screens without a session', async ({ page, browser, baseURL }, info) => {
  await enter(page);
  const known = await whatIsKnown(page);
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const anybody = await context.newPage();
  // A stack that is set up says so; the form for a new one is asked for by saying otherwise.
  const unset = () => anybody.route('**/api/v1/setup', (route) => route.fulfill({ json: { needed: true } }));
  for (const screen of open) {
    for (const state of ['empty', 'no permission']) leaveOut(info, screen, state);
    if (screen.route === 'setup') await unset();
    await lookAt(anybody, info, screen, 'loaded', addressOf(screen, known));
    await anybody.unrouteAll();
  }
  await look(anybody, '/shared/no-such-link');
  await nothingAnswers(anybody);
  for (const screen of open) {
    await lookAt(anybody, info, screen, 'error', addressOf(screen, known));
  }
  await context.close();
});
