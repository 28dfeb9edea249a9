import { Mouse, took } from '../support/hands';
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

// The journeys of keyboard.spec.ts once more, with the clicks counted.
test.describe.configure({ mode: 'serial' });
test.setTimeout(200_000);

test.beforeEach(({ page }) => signedIn(page));

test('five changes are triaged', async ({ page }, info) => {
  await newSignals(page, 5);
  await page.goto('/');
  const rows = page.getByRole('region', { name: 'Signals' }).getByRole('listitem');
  await expect(rows.nth(4)).toBeVisible();

  const mouse = new Mouse();
  const moved: string[] = [];
  for (const what of [/^Done:/, /^Save/, /^Dismiss/, /^Done:/, /^Done:/]) {
    const address = await rows.first().locator('[data-row-link]').getAttribute('href');
    await mouse.click(rows.first().getByRole('button', { name: what }));
    await expect(page.locator(`[data-row-link][href="${address}"]`)).toHaveCount(0);
    moved.push(String(address).split('/').at(-1) ?? '');
  }

  await expect.poll(() => triageOf(page, moved)).toEqual(['DONE', 'SAVED', 'DISMISSED', 'DONE', 'DONE']);
  took(info, 'triage 5 changes', 'clicks', mouse.clicked);
});

test('noise is ignored after a look at what else would go', async ({ page }, info) => {
  await withoutRules(page);
  await page.goto(await signalWithText(page));

  const mouse = new Mouse();
  await mouse.click(page.getByRole('button', { name: /^Not relevant:/ }).first());
  const dialog = page.getByRole('dialog', { name: 'Ignore this from now on' });
  await expect(dialog.getByText(/it would have hidden \d+\./)).toBeVisible();
  await mouse.click(dialog.getByRole('button', { name: 'Ignore it' }));

  await expect(page.getByText(/^Ignored from now on/)).toBeVisible();
  took(info, 'ignore noise, with preview', 'clicks', mouse.clicked);
  await withoutRules(page);
});

test('a battlecard is made and published', async ({ page }, info) => {
  await page.goto('/');

  const mouse = new Mouse();
  await mouse.click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Battlecards' }));
  await mouse.click(page.getByRole('button', { name: 'New card' }));
  await mouse.click(page.getByRole('button', { name: 'Create card' }));
  await mouse.click(page.getByRole('button', { name: 'Approve' }));
  await mouse.click(page.getByRole('button', { name: 'Publish\u2026' }));
  await mouse.click(page.getByRole('button', { name: 'Publish', exact: true }));

  await expect(page.getByText('Published: version 1.')).toBeVisible();
  took(info, 'publish a battlecard', 'clicks', mouse.clicked);
});

test('dead jobs are redriven after a dry run', async ({ page }, info) => {
  const queue = await anotherDeadJob(page);
  const died = await deadJobs(page);
  await page.goto('/');

  const mouse = new Mouse();
  await mouse.click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Operations' }));
  await mouse.click(page.getByRole('link', { name: 'Dead letters' }).first());
  await mouse.click(
    page
      .getByRole('region', { name: queue })
      .getByRole('button', { name: /^Redrive/ })
      .first(),
  );
  const dialog = page.getByRole('dialog', { name: `Redrive dead letters of ${queue}` });
  await mouse.click(dialog.getByRole('button', { name: /^Redrive \d+ jobs?$/ }));

  await expect(page.getByText(/another life/)).toBeVisible();
  took(info, 'redrive dead jobs', 'clicks', mouse.clicked);
  await expect.poll(() => deadJobs(page), { timeout: 60_000 }).toBeLessThan(died);
});
