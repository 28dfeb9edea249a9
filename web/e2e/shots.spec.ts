import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';
import { clipped } from './support/clipped';
import { addressOf, type Screen, screens, whatIsKnown } from './support/screens';
import { enter, expect, test } from './support/test';

// A picture of every screen in every look, to be looked at by a person; what a program can see of it is told as faults.

type Look = {
  name: string;
  width: number;
  height: number;
  scheme?: 'dark';
  media?: 'print';
  /** Longer words, which have to be loaded. */
  locale?: 'en-XA';
  /** Lines and letters as far apart as a reader may set them (WCAG 1.4.12). */
  isSpaced?: true;
};

/**
 * 640 px is what a browser's zoom of 200 % leaves of a screen 1280 px wide (WCAG 1.4.4), 320 px what one of 400 % leaves
 * (1.4.10). Zoom, not a larger root font: sizes here are in px, and zoom is how browsers make them larger.
 */
const looks: Look[] = [
  { name: 'light-1440', width: 1440, height: 900 },
  { name: 'dark-1440', width: 1440, height: 900, scheme: 'dark' },
  { name: 'light-390', width: 390, height: 844 },
  { name: 'dark-390', width: 390, height: 844, scheme: 'dark' },
  { name: 'zoom-200', width: 640, height: 400 },
  { name: 'zoom-400', width: 320, height: 640 },
  { name: 'spaced-1440', width: 1440, height: 900, isSpaced: true },
  { name: 'longer-1440', width: 1440, height: 900, locale: 'en-XA' },
  { name: 'longer-390', width: 390, height: 844, locale: 'en-XA' },
];
const printed: Look = { name: 'print', width: 794, height: 1123, media: 'print' };
const forPaper = [
  '_member.battlecards.$id.index',
  '_member.digests.$id.editions.$edition',
  '_member.signals.$id',
  '_member.insights.$id',
  'shared.$token',
];

const folder = fileURLToPath(new URL('../test-results/shots/', import.meta.url));
const tallest = 3000;

async function shoot(page: Page, info: TestInfo, screen: Screen, look: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: look.scheme ?? 'light', media: look.media ?? null });
  await page.setViewportSize({ width: look.width, height: look.height });
  await expect(page.locator(`html[data-mantine-color-scheme=${look.scheme ?? 'light'}]`)).toBeAttached();
  await setSpace(page, look.isSpaced === true);
  // What is drawn to measure is drawn anew.
  await page.waitForTimeout(150);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const faults = await clipped(page);
  info.annotations.push({
    type: 'shot',
    description: JSON.stringify({ route: screen.route, look: look.name, faults }),
  });
  expect.soft(faults, `${screen.route}, ${look.name}`).toEqual([]);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    path: `${folder}${look.name}/${screen.route.replace('_member.', '')}.png`,
    fullPage: true,
    clip: { x: 0, y: 0, width: look.width, height: Math.min(height, tallest) },
  });
}

/** Without a style of its own in the page, which the policy of the page would not let in. */
async function setSpace(page: Page, isSpaced: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'body * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    document.adoptedStyleSheets = wanted ? [sheet] : [];
  }, isSpaced);
}

async function open(page: Page, at: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  // What differs in its hash alone would not be loaded again.
  await page.goto('about:blank');
  await page.goto(at);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

const speak = (page: Page, locale: string) =>
  page.evaluate((chosen) => localStorage.setItem('ciq-locale', chosen), locale);

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(900_000);

const parts = 4;
for (let part = 0; part < parts; part += 1) {
  test(`every screen in every look, part ${part + 1} of ${parts}`, async ({ page, browser, baseURL }, info) => {
    for (const { name } of [...looks, printed]) mkdirSync(`${folder}${name}`, { recursive: true });
    await enter(page);
    const known = await whatIsKnown(page);
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), reducedMotion: 'reduce' });
    const anybody = await context.newPage();
    await anybody.goto('/sign-in');
    for (const screen of screens.filter((_, index) => index % parts === part)) {
      const at = addressOf(screen, known);
      // The stack has none of these.
      if (at.length > 1 && at.endsWith('/')) continue;
      // A stack that is set up says so; the form for a new one is seen by saying otherwise.
      if (screen.route === 'setup')
        await anybody.route('**/api/v1/setup', (route) => route.fulfill({ json: { needed: true } }));
      const eyes = screen.isOpen ? anybody : page;
      await speak(eyes, 'en');
      await open(eyes, at);
      for (const look of looks.filter(({ locale }) => !locale)) await shoot(eyes, info, screen, look);
      if (forPaper.includes(screen.route)) await shoot(eyes, info, screen, printed);
      await speak(eyes, 'en-XA');
      await open(eyes, at);
      for (const look of looks.filter(({ locale }) => locale)) await shoot(eyes, info, screen, look);
      await anybody.unrouteAll();
    }
    await context.close();
  });
}
