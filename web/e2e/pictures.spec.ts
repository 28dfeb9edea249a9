import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { ids } from '../src/test/fixtures';
import { origin, still } from './support/pictures';

// What no assertion sees: lines, colours, places. The answers, the time, the width and the fonts are fixed, so a picture
// differs only when the drawing does. `npm run pictures -- --update-snapshots` takes them anew.

const dossier = `/competitors/${ids.competitor}`;

const pictures: { name: string; at: string; of: (page: Page) => Locator }[] = [
  { name: 'price-history', at: `${dossier}/pricing`, of: chart('Price history') },
  { name: 'signals-by-week', at: `${dossier}/overview`, of: chart('Signals by week') },
  { name: 'calendar', at: `${dossier}/timeline`, of: chart('Signals by day') },
  { name: 'open-roles', at: `${dossier}/jobs`, of: chart('Open roles by function') },
  { name: 'visits', at: `${dossier}/sources`, of: chart('Visits of the last week') },
  {
    name: 'plan-sparkline',
    at: '/pricing',
    of: (page) => page.getByRole('region', { name: 'Plans' }).getByRole('row').nth(1),
  },
  {
    name: 'diff',
    at: `/signals/${ids.signal}`,
    of: (page) => page.getByRole('region', { name: 'What changed on the page' }),
  },
  { name: 'inbox-row', at: '/', of: (page) => page.getByRole('region', { name: 'Signals' }).getByRole('list') },
];

function chart(title: string) {
  return (page: Page) => page.getByRole('figure', { name: title });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const { name, at, of } of pictures) {
      test(name, async ({ page }) => {
        await still(page);
        await page.goto(`${origin}${at}`);
        const drawn = of(page);
        await drawn.waitFor();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        await page.evaluate(() => document.fonts.ready);
        // The one family that is not bundled.
        await page.addStyleTag({ content: ':root { --ciq-mono: "Inter Variable" }' });
        await expect(drawn).toHaveScreenshot(`${name}-${colorScheme}.png`);
      });
    }
  });
}
