import { readFileSync } from 'node:fs';
import { brightdesk } from '../support/stack';
import { enter, expect, test } from '../support/test';

test.setTimeout(150_000);

test('prices are tracked, read by keyboard, taken as a file, and compared', async ({ page }) => {
  await enter(page);
  const json = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  const { items } = await json('/competitors?limit=200');
  const competitor = items.find(({ url }: { url: string }) => url.includes(brightdesk));
  const history = async () => (await json(`/facts/prices?competitorId=${competitor.id}`)).length;
  await expect.poll(history, { timeout: 80_000 }).toBeGreaterThan(0);

  await page.goto('/pricing');
  const plans = page.getByRole('region', { name: 'Plans' });
  const pro = plans.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Pro', exact: true }) });
  await expect(pro.first()).toContainText(/\$\d+\/mo/);
  const cursor = page.getByRole('slider', { name: /^Price history/ });
  await cursor.focus();
  await page.keyboard.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /Pro \$\d+/);
  await page.keyboard.press('t');
  await expect(page.getByRole('columnheader', { name: /Pro$/ }).first()).toBeVisible();
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the data: Price history' }).click(),
  ]);
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/^When,.*Pro/);
  await page.getByRole('button', { name: 'Show as a table: Price history' }).click();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a picture: Price history' }).click(),
  ]);
  expect(
    readFileSync(await picture.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');

  await pro
    .first()
    .getByRole('link', { name: /brightdesk/i })
    .click();
  await expect(page).toHaveURL(new RegExp(`/competitors/${competitor.id}/pricing$`));
  await page
    .getByRole('region', { name: 'Plans and their terms' })
    .getByRole('link', { name: 'Evidence for Pro' })
    .first()
    .click();
  await expect(page.locator('mark').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Plans and their terms' })).toBeVisible();
  await page.keyboard.press('6');
  await expect(page).toHaveURL(new RegExp(`/competitors/${competitor.id}/jobs$`));

  await page.goto(`/compare/pricing?c=${competitor.id}`);
  const lowest = page.getByRole('row', { name: /^Lowest paid plan/ }).getByRole('gridcell');
  await expect(lowest).toContainText(/\$\d+/);
  await page.getByRole('spinbutton', { name: 'Seats' }).fill('25');
  await expect(page.getByText(/^Amounts are brought to 25 seats/)).toBeVisible();
  await lowest.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('mark').first()).toBeVisible();
});
