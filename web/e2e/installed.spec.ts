import { firstAsked, session } from '../src/shared/ahead/addresses';
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

test('what a page asks before its code is there is what its screen wants', async ({ page }) => {
  await enter(page);
  const first = async (path: string) => {
    const { items } = await (await page.request.get(`/api/v1${path}?limit=1`)).json();
    return items[0]?.id;
  };
  const things = { signals: await first('/signals'), competitors: await first('/competitors') };
  const asked: string[] = [];
  page.on('request', (sent) => {
    const { pathname, search } = new URL(sent.url());
    asked.push(pathname + search);
  });

  for (const [template, addresses] of Object.entries(firstAsked)) {
    const kind = template.split('/')[1] as keyof typeof things;
    const id = things[kind];
    if (template.includes('$id') && !id) continue;
    // Nothing of the screen before is asked any more.
    await page.goto('about:blank');
    asked.length = 0;
    await page.goto(template.replace('$id', id === things.competitors ? `${id}/overview` : id));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);

    const left = await page.evaluate(() => Object.keys(globalThis.ciqAhead ?? {}));
    expect(left, `${template}: nobody wanted it`).toEqual([]);
    // Once, or again because of news since: what was left over would have been asked in vain.
    expect(asked, `${template} asks`).toEqual(
      expect.arrayContaining([session, ...addresses].map((each) => each.replace('$id', id))),
    );
  }
});

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
