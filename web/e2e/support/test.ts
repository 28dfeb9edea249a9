import { test as base, expect, type Page } from '@playwright/test';
import { member } from './stack';

/**
 * Every test fails on a violated content security policy, an uncaught error, or a request to anyone but the gateway:
 * a competitor must never learn who is watching. What it opened is noted for docs/screens.md.
 */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use, info) => {
    const wrong: string[] = [];
    const visited = new Set<string>();
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith('http')) visited.add(new URL(frame.url()).pathname);
    });
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
    page.on('request', (sent) => {
      const url = new URL(sent.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== new URL(baseURL ?? '').origin) wrong.push(`asked ${url}`);
    });
    await use(page);
    info.annotations.push({ type: 'visited', description: JSON.stringify([...visited]) });
    expect(wrong).toEqual([]);
  },
});

/** Leads to a signed-in dashboard, through the set-up on a new installation. */
export async function enter(page: Page): Promise<void> {
  await page.goto('/');
  const title = page.getByRole('heading', { level: 1 });
  await title.waitFor();
  if ((await title.textContent())?.startsWith('Set up')) {
    await page.getByLabel('Workspace').fill(member.workspace);
    await page.getByLabel('Your name').fill(member.name);
    await page.getByLabel('E-mail').fill(member.email);
    await page.getByLabel('Password', { exact: true }).fill(member.password);
    await page.getByRole('button', { name: 'Create workspace' }).click();
  } else if ((await title.textContent()) === 'Sign in') {
    await signIn(page);
  }
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password', { exact: true }).fill(member.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export { expect };
