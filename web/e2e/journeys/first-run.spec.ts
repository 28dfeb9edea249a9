import type { Page } from '@playwright/test';
import { brightdesk, market } from '../support/stack';
import { enter, expect, test } from '../support/test';

test.describe.configure({ mode: 'serial' });

/** Counts what a hand does from here on, for as long as the page is not loaded anew. */
const countClicks = (page: Page) =>
  page.evaluate(() => {
    const counting = Object.assign(window, { clicks: 0 });
    addEventListener('click', (event) => void (event.isTrusted && counting.clicks++), true);
  });
const clicks = (page: Page) => page.evaluate(() => (window as unknown as { clicks: number }).clicks);

test('after the set-up two doors open; the second leads to demo data that one click removes', async ({ page }) => {
  test.setTimeout(180_000);
  await market('/pause');
  await enter(page);
  // Services that have just started answer their first question slowly: begin when all of them answer in time.
  const missing = async () => (await (await page.request.get('/api/v1/overview')).json()).partial?.length ?? 0;
  await expect.poll(missing, { timeout: 30_000 }).toBe(0);
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(page.getByRole('region', { name: 'Add your first competitor' })).toBeVisible();
  await page.getByRole('button', { name: 'Look around' }).click();

  const banner = page.getByRole('complementary', { name: 'Demo data' });
  await expect(banner).toContainText('These companies do not exist');
  const loading = banner.getByText('Their pages are being read');
  await expect(loading).toBeVisible();
  await expect(loading).toBeHidden({ timeout: 120_000 });
  await page.goto('/?category=PRICING');
  const row = page.getByRole('listitem').filter({ hasText: 'Northwind Metrics' }).filter({ hasText: '$59' }).first();
  await expect(row).toContainText('$55');
  await row.getByRole('link').first().click();
  await page.getByRole('link', { name: 'Open at the quote' }).first().click();
  await expect(page.locator('mark').first()).toBeInViewport();
  await expect(banner).toBeVisible();
  const refused = await page.request.post('/api/v1/discoveries', {
    headers: { 'X-CIQ-CSRF': '1' },
    data: { url: 'https://example.com' },
  });
  expect(refused.status()).toBe(409);

  await banner.getByRole('button', { name: 'Remove demo data' }).click();
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(banner).toBeHidden();
  await page.goto('/competitors');
  await expect(page.getByRole('region', { name: 'Add your first competitor' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Kitebase' })).toHaveCount(0);
});

test('three clicks after its address a competitor is watched, and the first steps tick off', async ({ page }) => {
  await enter(page);
  const door = page.getByRole('region', { name: 'Add your first competitor' });
  await door.getByRole('textbox', { name: 'Address of the company' }).fill(brightdesk);
  await countClicks(page);
  await door.getByRole('button', { name: 'Find pages' }).click();
  const pricing = page
    .getByRole('listitem')
    .filter({ hasText: `${brightdesk}/pricing` })
    .first();
  await expect(pricing.getByRole('checkbox')).toBeChecked({ timeout: 60_000 });
  await expect(page.getByText(/^\d+ pages? found/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Track \d+ pages?$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /brightdesk/i })).toBeVisible();
  await expect(page.getByText(/Watching for changes since/)).toBeVisible();
  expect(await clicks(page)).toBeLessThanOrEqual(3);
  const known = page.getByRole('region', { name: 'What is known so far' });
  await expect(known).toContainText(/\d plans/, { timeout: 60_000 });
  await expect(known).toContainText('Next check');

  await page.goto('/');
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps).toContainText('2 of 4 done');
  await steps.getByRole('link', { name: 'Choose where alerts go' }).click();
  const channels = page.getByRole('region', { name: 'Channels' });
  await channels.getByRole('textbox', { name: 'Name' }).fill('First');
  await channels.getByRole('textbox', { name: 'Recipients' }).fill('first@example.com');
  await channels.getByRole('button', { name: 'Add channel' }).click();
  await expect(channels.getByRole('button', { name: 'Send a test to First' })).toBeVisible();
  await page.goto('/');
  await expect(steps).toContainText('3 of 4 done');
  await expect(steps.getByRole('listitem').filter({ hasText: 'Choose where alerts go' })).toContainText('Done:');
  await steps.getByRole('button', { name: 'Hide these steps' }).click();
  await expect(steps).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await expect(steps).toBeHidden();
});
