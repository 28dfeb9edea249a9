import { brightdesk } from '../support/stack';
import { enter, expect, test } from '../support/test';

test.setTimeout(200_000);

test('a card is written, published, and read with the facts of today', async ({ page }) => {
  // Another journey sets the workspace up and tracks the company; this one begins when its prices are known.
  const json = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  await expect.poll(async () => (await json('/setup')).needed, { timeout: 80_000 }).toBe(false);
  await enter(page);
  const competitor = async () =>
    (await json('/competitors?limit=200')).items?.find(({ url }: { url: string }) => url.includes(brightdesk));
  const prices = async () => {
    const found = await competitor();
    return found ? (await json(`/facts?competitorId=${found.id}&kind=PRICE&current=true`)).items?.length : 0;
  };
  await expect.poll(prices, { timeout: 80_000 }).toBeGreaterThan(0);

  await page.goto(`/competitors/${(await competitor()).id}`);
  await page.getByRole('link', { name: 'Battlecards' }).last().click();
  await page.getByRole('button', { name: 'New card' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('vs the brightest');
  await page.getByRole('button', { name: 'Create card' }).click();

  const winning = page.getByRole('region', { name: 'Why we win' });
  await winning.getByRole('button', { name: 'Add text' }).click();
  await winning.getByRole('textbox', { name: 'Text in Why we win' }).fill('Every feature is in every plan.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Draft saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Propose changes of Recent moves' }).click();
  await expect(page.getByText(/without a model/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Publish\u2026' }).click();
  await page.getByRole('textbox', { name: /^What is new/ }).fill('First');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published: version 1.')).toBeVisible();

  await page.getByRole('link', { name: 'Read it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'vs the brightest' })).toBeVisible();
  await expect(page.getByText('Every feature is in every plan.')).toBeVisible();
  await page
    .getByRole('region', { name: 'Pricing' })
    .getByRole('link', { name: /^Evidence for/ })
    .first()
    .click();
  await expect(page.locator('mark').first()).toBeVisible();
});
