import { Keyboard, took } from '../support/hands';
import { expect, test } from '../support/test';
import {
  anotherDeadJob,
  deadJobs,
  newSignals,
  signalWithText,
  signedIn,
  triageOf,
  withoutRules,
} from '../support/work';

// Keys alone, each of them counted; scripts/policy.mjs refuses a mouse in this file.
test.describe.configure({ mode: 'serial' });
test.setTimeout(200_000);

test.beforeEach(({ page }) => signedIn(page));

test('five changes are triaged', async ({ page }, info) => {
  await newSignals(page, 5);
  await page.goto('/');
  const rows = page.locator('[data-row-link]');
  await expect(rows.nth(4)).toBeVisible();
  const isLast = (await rows.count()) === 5;
  const moved: string[] = [];

  const keyboard = new Keyboard(page);
  await keyboard.press('j');
  await keyboard.sees(rows.first());
  for (const key of ['e', 's', 'd', 'e', 'e']) {
    const address = await rows.first().getAttribute('href');
    await keyboard.press(key);
    await expect(page.locator(`[data-row-link][href="${address}"]`)).toHaveCount(0);
    moved.push(String(address).split('/').at(-1) ?? '');
    // The row that takes the place has the focus: the next key is about it.
    if (!isLast || moved.length < 5) await keyboard.sees(rows.first());
  }

  await expect.poll(() => triageOf(page, moved)).toEqual(['DONE', 'SAVED', 'DISMISSED', 'DONE', 'DONE']);
  took(info, 'triage 5 changes', 'keys', keyboard.pressed);
});

test('noise is ignored after a look at what else would go', async ({ page }, info) => {
  await withoutRules(page);
  await page.goto(await signalWithText(page));
  const hunk = page.locator('[data-hunk][data-ignored=false]').first();
  await expect(hunk).toBeVisible();

  const keyboard = new Keyboard(page);
  await keyboard.press('i');
  await expect(page.locator('[data-hunk]').first()).toBeFocused();
  await keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: 'Ignore this from now on' });
  await expect(dialog.getByText(/it would have hidden \d+\./)).toBeVisible();
  await keyboard.press('Escape');
  // Where the question was asked, the reader goes on.
  await expect(page.locator('[data-hunk]').first()).toBeFocused();
  await keyboard.press('i');
  await expect(dialog.getByText(/it would have hidden \d+\./)).toBeVisible();
  await keyboard.reach(dialog.getByRole('button', { name: 'Ignore it' }), 4);
  await keyboard.press('Enter');

  await expect(page.getByText(/^Ignored from now on/)).toBeVisible();
  took(info, 'ignore noise, with preview', 'keys', keyboard.pressed);
  await withoutRules(page);
});

test('a battlecard is made and published', async ({ page }, info) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();

  const keyboard = new Keyboard(page);
  await keyboard.press('g', 'b');
  await expect(page.getByRole('heading', { level: 1, name: 'Battlecards' })).toBeFocused();
  await keyboard.reach(page.getByRole('button', { name: 'New card' }), 3);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New card' });
  await keyboard.reach(dialog.getByRole('textbox', { name: 'Name' }), 4);
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Publish\u2026' })).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: /^What is new/ })).toBeFocused();
  await keyboard.press('Enter');

  await expect(page.getByText('Published: version 1.')).toBeVisible();
  took(info, 'publish a battlecard', 'keys', keyboard.pressed);
});

test('dead jobs are redriven after a dry run', async ({ page }, info) => {
  const queue = await anotherDeadJob(page);
  const died = await deadJobs(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();

  const keyboard = new Keyboard(page);
  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await keyboard.type('dead');
  await expect(page.getByRole('option', { name: /Dead letters/ }).first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Dead letters' })).toBeFocused();
  const redrive = page
    .getByRole('region', { name: queue })
    .getByRole('button', { name: /^Redrive/ })
    .first();
  await keyboard.reach(redrive);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Redrive dead letters of ${queue}` });
  await expect(dialog.getByText(/^Dry run: \d+ jobs? match/)).toBeVisible();
  await keyboard.reach(dialog.getByRole('button', { name: /^Redrive \d+ jobs?$/ }), 8);
  await keyboard.press('Enter');

  await expect(page.getByText(/another life/)).toBeVisible();
  took(info, 'redrive dead jobs', 'keys', keyboard.pressed);
  await expect.poll(() => deadJobs(page), { timeout: 60_000 }).toBeLessThan(died);
});
