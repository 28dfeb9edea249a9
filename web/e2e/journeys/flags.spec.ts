import { enter, expect, test } from '../support/test';

test.setTimeout(150_000);

// The one flag without which everything else goes on.
const flag = 'rum.enabled';

test('a flag is stopped, goes on, and is not changed over somebody else', async ({ page }) => {
  const setUp = async () => (await (await page.request.get('/api/v1/setup')).json()).needed === false;
  await expect.poll(setUp, { timeout: 80_000 }).toBe(true);
  await enter(page);
  await page.goto('/settings/flags');
  const row = page.getByRole('listitem').filter({ hasText: flag });

  await row.getByRole('button', { name: `Stop ${flag}` }).click();
  await expect(page.getByRole('dialog')).toContainText('Timings that browsers send are thrown away');
  await page.getByRole('dialog').getByRole('button', { name: 'Stop it now' }).click();
  await expect(row.getByText('Stopped')).toBeVisible();
  await row.getByRole('button', { name: `Let ${flag} go on` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let it go on' }).click();
  await expect(row.getByText('On', { exact: true })).toBeVisible();

  await row.getByRole('button', { name: `Edit ${flag}` }).click();
  await page.getByLabel('Percentage of the workspaces').fill('50');
  const read = async () => (await (await page.request.get('/api/v1/flags')).json()).items;
  const now = (await read()).find(({ key }: { key: string }) => key === flag);
  const { enabled, killed, onFor, offFor, version } = now;
  const elsewhere = await page.request.put(`/api/v1/flags/${flag}`, {
    headers: { 'If-Match': `"${version}"`, 'X-CIQ-CSRF': '1' },
    data: { enabled, killed, onFor, offFor, percentage: 80 },
  });
  expect(elsewhere.status()).toBe(200);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toContainText('Now: On for 80 %.');
  await page.getByLabel('Percentage of the workspaces').fill('100');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('On', { exact: true })).toBeVisible();

  await page.goto('/settings/audit');
  await expect(page.getByText(`flag ${flag}`).first()).toBeVisible();
});
