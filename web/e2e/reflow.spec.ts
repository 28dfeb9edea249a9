import type { Page, TestInfo } from '@playwright/test';
import { clipped } from './support/clipped';
import { addressOf, type Screen, screens, whatIsKnown } from './support/screens';
import { enter, expect, test } from './support/test';

type Size = readonly [width: number, height: number];

/** Nothing is wider than the screen, and no words are cut off, beyond an edge or under others. */
async function fits(page: Page, info: TestInfo, path: string, look: string, sizes: Size[]): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    // What is drawn to measure is drawn anew.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const tooWide = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
    const cut = await clipped(page);
    info.annotations.push({
      type: 'fitted',
      description: JSON.stringify({ path, look: `${look} ${width} px`, faults: cut.length + (tooWide > 0 ? 1 : 0) }),
    });
    expect.soft({ tooWide, cut }, `${path} at ${width} px`).toEqual({ tooWide: 0, cut: [] });
  }
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(240_000);

/** Every screen when docs/screens.md is written; else those with the widest tables and the longest words. */
const everyDay: Screen['at'][] = [
  '/',
  '/competitors',
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
];
const members = screens.filter(
  ({ isOpen, at }) => !isOpen && (process.env.CIQ_SCREENS === 'write' || everyDay.includes(at)),
);
const halves = [0, 1].map((half) => members.filter((_, index) => index % 2 === half));

for (const [half, some] of halves.entries()) {
  // 640 px is what a browser's zoom of 200 % leaves of a screen of 1280 px.
  test(`screens fit on 320 px and bear text of twice the size (WCAG 1.4.10, 1.4.4), half ${half + 1}`, async ({
    page,
  }, info) => {
    await enter(page);
    const known = await whatIsKnown(page);
    const sizes = [[320, 640] as const, [640, 400] as const];
    for (const screen of some) await fits(page, info, addressOf(screen, known), 'English', sizes);
  });

  test(`screens bear texts that are two fifths longer, half ${half + 1}`, async ({ page }, info) => {
    await enter(page);
    const known = await whatIsKnown(page);
    await page.addInitScript(() => localStorage.setItem('ciq-locale', 'en-XA'));
    const sizes = [[1280, 800] as const, [390, 800] as const];
    for (const screen of some) await fits(page, info, addressOf(screen, known), 'longer words', sizes);
  });
}
