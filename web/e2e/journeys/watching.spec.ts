import type { Page } from '@playwright/test';
import { brightdesk, market, member } from '../support/stack';
import { enter, expect, signIn, test } from '../support/test';

test.describe.configure({ mode: 'serial' });

const tabs = (page: Page) => page.getByRole('navigation', { name: 'What is known of it' });

test('the baseline of a first competitor is known, with its evidence', async ({ page }) => {
  await enter(page);
  await page.goto('/competitors');
  await page.getByRole('link', { name: /brightdesk/i }).click();
  const plans = page.getByRole('region', { name: 'Plans' });
  await expect(plans).toContainText('$49', { timeout: 60_000 });
  await expect(plans).toContainText('Starter');
  await plans
    .getByRole('link', { name: /^Evidence for/ })
    .first()
    .click();
  await expect(page.locator('mark').first()).toBeVisible();
});

test('signing out and in again leads back', async ({ page }) => {
  await enter(page);
  await page.goto('/competitors');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.goto('/competitors');
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password', { exact: true }).fill('this is not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('not right');

  await signIn(page);
  await expect(page).toHaveURL(/\/competitors$/);
  await expect(page.getByRole('link', { name: /brightdesk/i })).toBeVisible();
});

test('a price change becomes a signal with its evidence, and can be triaged by keyboard', async ({ page }) => {
  await enter(page);
  await page.goto('/competitors');
  await page.getByRole('link', { name: /brightdesk/i }).click();
  await tabs(page)
    .getByRole('link', { name: /^Sources/ })
    .click();
  const source = page.getByRole('row').filter({ hasText: `${brightdesk}/pricing` });
  await expect(source.getByText(/Captured|Unchanged/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await market('/steps/brightdesk-pro-price');
  await source.getByRole('button', { name: /^Visit/ }).click();
  await tabs(page).getByRole('link', { name: 'Overview', exact: true }).click();
  const signals = page.getByRole('region', { name: 'Latest signals' });
  await expect(signals.getByRole('link').first()).toBeVisible({ timeout: 75_000 });

  await page.goto('/?category=PRICING');
  const row = page.getByRole('listitem').filter({ hasText: '$59' }).first();
  await expect(row).toContainText('$49');
  await page.keyboard.press('j');
  await expect(page.locator('[data-row-link]').first()).toBeFocused();
  await page.keyboard.press('Enter');

  const facts = page.getByRole('region', { name: 'Facts' });
  await expect(facts).toContainText('$49');
  await expect(facts).toContainText('$59');
  await expect(facts).toContainText('+20.4%');
  const changed = page.getByRole('region', { name: 'What changed on the page' });
  await expect(changed.locator('ins').first()).toBeVisible();
  await expect(changed.locator('del').first()).toBeVisible();
  await page.getByRole('link', { name: 'Open at the quote' }).first().click();
  await expect(page.locator('mark').first()).toBeInViewport();

  await page.goto('/?category=PRICING');
  await expect(row).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(page.getByRole('status').filter({ hasText: /^Saved:/ })).toBeVisible();
  await page.keyboard.press('z');
  await expect(row).toBeVisible();
});

test('a new signal is announced and waits for a click', async ({ page }) => {
  await enter(page);
  await page.goto('/?category=PRODUCT');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByText('No signal matches these filters.')).toBeVisible();

  await market('/steps/brightdesk-release-5-3');
  const { items } = await (await page.request.get('/api/v1/sources?limit=200')).json();
  const changelogs = items.filter((source: { url: string }) => /changelog/.test(source.url));
  expect(changelogs.length).toBeGreaterThan(0);
  for (const { id } of changelogs) {
    await page.request.post(`/api/v1/sources/${id}/visits`, { headers: { 'X-CIQ-CSRF': '1' } });
  }

  const pill = page.getByRole('button', { name: /new signals?$/ });
  await expect(pill).toBeVisible({ timeout: 75_000 });
  await expect(page.locator('[data-row-link]')).toHaveCount(0);
  await pill.click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Brightdesk 5.3' })).toBeVisible();
});

test('what became of a page is compared, ignored, read again and corrected', async ({ page }) => {
  await enter(page);
  await page.goto('/competitors');
  await page.getByRole('link', { name: /brightdesk/i }).click();
  await tabs(page)
    .getByRole('link', { name: /^Sources/ })
    .click();
  await page.getByRole('link', { name: `Versions of ${brightdesk}/pricing` }).click();

  await expect(page.getByRole('heading', { name: 'You have not looked at this page yet' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Facts' })).toContainText('$59');
  await page.getByRole('button', { name: 'Mark as seen' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is new since you looked.' })).toBeVisible();
  await page.getByRole('radio', { name: /^From/ }).last().check();
  await expect(page.getByRole('heading', { name: 'Two versions you chose' })).toBeVisible();
  await expect(page.locator('[data-hunk]').first()).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.locator('[data-hunk]').first()).toBeFocused();

  await page.getByRole('link', { name: 'Ignored' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a rule' });
  await dialog.getByRole('textbox', { name: /What to ignore/ }).fill('per agent per month');
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(dialog.getByText(/pairs? of versions it would have hidden \d+\./)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const own = page.getByRole('region', { name: 'This page', exact: true });
  await expect(own).toContainText('per agent per month');
  await expect(page.getByRole('region', { name: 'Back-test' })).toContainText(/\d+ of \d+ differences/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(own).toContainText('No rule.');

  await page.getByRole('link', { name: 'Read again', exact: true }).click();
  await page.getByRole('button', { name: 'Compare only' }).click();
  await expect(page.getByText('1 of 1 pages read')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^Nothing differs/)).toBeVisible();

  await page.goto('/competitors');
  await page.getByRole('link', { name: /brightdesk/i }).click();
  await page.getByRole('link', { name: 'All facts' }).click();
  await page.getByRole('link', { name: 'Features', exact: true }).click();
  const first = page.getByRole('region', { name: 'Features' }).getByRole('listitem').first();
  await first.getByRole('button', { name: /^Correct/ }).click();
  await page.getByLabel(/What it is/).fill('on request');
  await page.getByLabel(/How you know/).fill('Their sales team said so.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first).toContainText('on request');
  await first.getByRole('button', { name: /^History of/ }).click();
  await expect(page.getByRole('region', { name: 'What people said' })).toContainText('Their sales team said so.');
  await page.getByRole('button', { name: 'Close' }).click();
  await first.getByRole('button', { name: /^Correct/ }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(first).not.toContainText('on request');
});

test('a rule is tried on the past, and a mail that nobody can send is kept in the outbox', async ({ page }) => {
  await enter(page);
  await page.goto('/alerts');
  const channels = page.getByRole('region', { name: 'Channels' });
  await channels.getByRole('textbox', { name: 'Name' }).fill('Sales');
  await channels.getByRole('textbox', { name: 'Recipients' }).fill('sales@example.com');
  await channels.getByRole('button', { name: 'Add channel' }).click();
  await channels.getByRole('button', { name: 'Send a test to Sales' }).first().click();
  const deliveries = page.getByRole('region', { name: 'Delivery log' }).getByRole('listitem');
  await expect(deliveries.first()).toContainText('Accepted', { timeout: 30_000 });
  await page.getByRole('link', { name: 'Outbox' }).click();
  await expect(page.getByText(/This is a test of CompetitorIQ/).first()).toBeVisible();

  await page.goto('/alerts/new');
  await expect(page.getByText(/^It would have told you of \d+ stor/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('checkbox', { name: 'Sales (E-mail)' }).first().check();
  await expect(page.getByText('moves by at least 5 %, tell Sales at once.')).toBeVisible();
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(page.getByRole('region', { name: 'Rules' })).toContainText('tell Sales at once.');
});

test('a digest is tried before it is saved, and its edition says what was checked', async ({ page }) => {
  await enter(page);
  await page.goto('/digests/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Daily for sales');
  await page.getByRole('textbox', { name: 'Mail addresses' }).fill('sales@example.com');
  await page.getByRole('button', { name: 'Preview now' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('What was checked', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Save digest' }).click();
  await page.getByRole('button', { name: 'Send me a test' }).click();
  await page.getByRole('link', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { name: 'What was checked' })).toBeVisible({ timeout: 30_000 });
});
