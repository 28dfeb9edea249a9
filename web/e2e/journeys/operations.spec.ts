import { brightdesk } from '../support/stack';
import { enter, expect, test } from '../support/test';

test.setTimeout(180_000);

const csrf = { 'X-CIQ-CSRF': '1' };
const quiet = 'discovery-jobs';

test('a dead job is found, redriven and seen to its end, all by keyboard', async ({ page }) => {
  await enter(page);
  const settings = (data: object) => page.request.patch(`/api/v1/queues/${quiet}`, { data, headers: csrf });
  const dead = async () => (await (await page.request.get(`/api/v1/queues/${quiet}`)).json()).depth.dead;
  const before: number = await dead();
  // One attempt of a tenth of a second: no discovery is as fast, so its job dies for want of another one.
  expect((await settings({ timeoutSeconds: 0.1, maxAttempts: 1 })).status()).toBe(200);
  try {
    await expect
      .poll(
        async () => {
          await page.request.post('/api/v1/discoveries', { data: { url: `http://${brightdesk}` }, headers: csrf });
          return dead();
        },
        { timeout: 60_000, intervals: [3000] },
      )
      .toBeGreaterThan(before);
  } finally {
    await settings({ timeoutSeconds: null, maxAttempts: null });
  }

  const died: number = await dead();

  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeFocused();
  await page.getByRole('navigation', { name: 'Operations' }).getByRole('link', { name: 'Dead letters' }).press('Enter');
  const group = page.getByRole('region', { name: quiet });
  await group
    .getByRole('link', { name: /^See dead letters/ })
    .first()
    .press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
  const job = page
    .getByRole('region', { name: `Jobs of ${quiet}` })
    .getByRole('link')
    .first();
  await expect(job).toBeVisible();
  await page.keyboard.press('j');
  await expect(job).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Why it ended' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy trace id' })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await page.getByRole('navigation', { name: 'Operations' }).getByRole('link', { name: 'Dead letters' }).press('Enter');
  await group
    .getByRole('button', { name: /^Redrive/ })
    .first()
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: `Redrive dead letters of ${quiet}` });
  await expect(dialog.getByText(/^Dry run: \d+ jobs? match/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Redrive \d+ jobs?$/ }).press('Enter');
  await expect(page.getByText(/another life/)).toBeVisible();
  await expect.poll(dead, { timeout: 60_000 }).toBeLessThan(died);
});

test('a competitor is found by the palette, and the search page keeps its words in the address', async ({ page }) => {
  await enter(page);
  const { items } = await (await page.request.get('/api/v1/competitors?limit=1')).json();
  const { id, name } = items[0] as { id: string; name: string };
  await page.goto('/settings/shortcuts');
  await expect(page.getByRole('button', { name: /^Search or run/ })).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.type(name.slice(0, 6));
  await expect(page.getByRole('group', { name: 'Competitors' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/competitors/${id}/overview$`));

  await page.keyboard.press('g');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search for' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search for' })).toBeFocused();
  await page.keyboard.type(name.slice(0, 6));
  await expect(page.getByRole('region', { name: 'Competitors' })).toContainText(name);
  await expect(page).toHaveURL(/\/search\?q=/);
});
