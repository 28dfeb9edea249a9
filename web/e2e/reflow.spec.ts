import type { Page } from '@playwright/test';
import { enter, expect, test } from './support/test';

const screens = [
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

/** Nothing is wider than the screen, and no words on a button, a heading or a tab are cut off. */
async function fits(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const found = await page.evaluate(() => {
    const tooWide = document.documentElement.scrollWidth - window.innerWidth;
    const cut = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, button, main nav a, legend, dt')]
      .filter((element) => element.offsetParent !== null && getComputedStyle(element).overflow !== 'visible')
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ textContent }) => textContent);
    return { tooWide: Math.max(0, tooWide), cut };
  });
  expect(found, path).toEqual({ tooWide: 0, cut: [] });
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('screens fit on 320 px (WCAG 1.4.10)', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page);
  for (const path of screens) await fits(page, path);
});

test('screens bear text of twice the size (WCAG 1.4.4)', async ({ page }) => {
  // What a browser's zoom of 200 % leaves of a screen of 1280 px.
  await page.setViewportSize({ width: 640, height: 400 });
  await enter(page);
  for (const path of screens) await fits(page, path);
});

test('screens bear texts that are two fifths longer', async ({ page }) => {
  await enter(page);
  await page.addInitScript(() => localStorage.setItem('ciq-locale', 'en-XA'));
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of screens) await fits(page, path);
  }
});
