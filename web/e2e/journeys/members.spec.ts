import { enter, expect, test } from '../support/test';

test.setTimeout(150_000);

test('somebody is invited, joins, is given less, and is signed out', async ({ page, browser, baseURL }) => {
  const setUp = async () => (await (await page.request.get('/api/v1/setup')).json()).needed === false;
  await expect.poll(setUp, { timeout: 80_000 }).toBe(true);
  await enter(page);
  const email = `ben-${Date.now()}@example.com`;

  await page.goto('/settings/members');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption('Admin');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await page.getByLabel(`Link for ${email}`, { exact: true }).inputValue();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const theirs = await context.newPage();
  await theirs.goto(new URL(new URL(link).hash, new URL('/join', baseURL)).href);
  await expect(theirs.getByRole('heading', { name: /^Join / })).toBeVisible();
  await theirs.getByLabel('Your name').fill('Ben Ode');
  await theirs.getByLabel('Password', { exact: true }).fill('passwordpassword');
  await theirs.getByRole('button', { name: 'Join' }).click();
  await expect(theirs.getByText(/lists of stolen passwords/)).toBeVisible();
  await theirs.getByLabel('Password', { exact: true }).fill('a kettle sings at dawn');
  await theirs.getByRole('button', { name: 'Join' }).click();
  await expect(theirs.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await theirs.goto('/settings/members');
  await expect(theirs.getByRole('button', { name: 'Invite', exact: true })).toBeVisible();

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: email });
  await row.getByLabel('Role of Ben Ode').selectOption('Viewer');
  await expect(page.getByText('Ben Ode is now Viewer.')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByText('Only admins and owners invite people and change roles.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Invite', exact: true })).toHaveCount(0);

  await row.getByRole('button', { name: 'Sign Ben Ode out everywhere' }).click();
  await expect(page.getByText('Ben Ode is signed out of this workspace everywhere.')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await context.close();

  await row.getByRole('button', { name: 'Remove Ben Ode' }).click();
  await row.getByRole('alert').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText(email)).toHaveCount(0);
});
