import { enter, expect, test } from './support/test';

// What can be seen of any installation, whatever it watches, by an account that may only read: nothing is changed. After a
// deployment: CIQ_URL=... CIQ_E2E_EMAIL=... CIQ_E2E_PASSWORD=... npm run e2e -- --project=installed --no-deps

for (const address of ['/', '/competitors', '/battlecards', '/alerts', '/digests', '/ask']) {
  test(`${address} shows itself`, async ({ page }) => {
    const broken: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() >= 500) broken.push(`${answer.status()} ${answer.url()}`);
    });
    await enter(page);
    await page.goto(address);

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await expect(page.getByRole('main')).toBeVisible();
    expect(broken).toEqual([]);
  });
}

test('a page that does not exist says so', async ({ page }) => {
  await enter(page);
  await page.goto('/no-such-page');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('signing out ends the session', async ({ page }) => {
  await enter(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  expect((await page.request.get('/api/v1/session')).status()).toBe(401);
});
