import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { brightdesk } from '../support/stack';
import { enter, expect, test } from '../support/test';

test.setTimeout(200_000);

type Told = { structuredContent?: unknown; isError?: boolean; content: { text: string }[] };

/** The official client, which also holds every answer against the tool's output schema. */
async function connect(baseURL: string, key: string): Promise<Client> {
  const client = new Client({ name: 'journey', version: '1.0.0' });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL), { requestInit }));
  return client;
}

test('a key is made, a model asks with it through MCP, and once revoked it holds nowhere', async ({
  page,
  baseURL,
  playwright,
}) => {
  // Another journey sets the workspace up and tracks the company; this one begins when a price of it has moved.
  const json = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  await expect.poll(async () => (await json('/setup')).needed, { timeout: 80_000 }).toBe(false);
  await enter(page);
  const competitor = async () =>
    (await json('/competitors?limit=200')).items?.find(({ url }: { url: string }) => url.includes(brightdesk));
  await expect.poll(competitor, { timeout: 80_000 }).toBeTruthy();
  const competitor_id = (await competitor()).id;
  const signals = async () => (await json(`/signals?competitorId=${competitor_id}&limit=1`)).items?.length;
  await expect.poll(signals, { timeout: 80_000 }).toBeGreaterThan(0);

  await page.goto('/settings/api-keys');
  await page.getByRole('textbox', { name: 'Name' }).fill('Desktop client');
  await page.getByRole('button', { name: 'Create key' }).click();
  const key = await page.getByLabel('API key').inputValue();
  expect(key).toMatch(/^ciq_[0-9a-f]{32}_[0-9a-f]{72}$/);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText('never used')).toBeVisible();

  const client = await connect(baseURL ?? '', key);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'ask',
    'get_battlecard',
    'get_change',
    'list_competitors',
    'price_history',
    'search_signals',
  ]);
  const call = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })) as unknown as Told;

  const listed = await call('list_competitors', { query: 'Brightdesk' });
  expect(listed.structuredContent).toMatchObject({ items: [{ id: competitor_id, name: 'Brightdesk' }] });

  const found = await call('search_signals', { competitor_id, limit: 5 });
  const [signal] = (found.structuredContent as { items: { changeId: string; competitorId: string }[] }).items;
  expect(signal?.competitorId).toBe(competitor_id);

  const change = await call('get_change', { change_id: signal?.changeId });
  const { facts, texts } = change.structuredContent as Record<string, { evidence: Record<string, unknown>[] }[]>;
  const quotes = [...(facts ?? []), ...(texts ?? [])].flatMap(({ evidence }) => evidence);
  expect(quotes.length).toBeGreaterThan(0);
  expect(quotes.every(({ verified }) => verified === true)).toBe(true);
  const outside = await playwright.request.newContext({ extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  const kept = await outside.get(`${baseURL}${new URL(String(quotes[0]?.snapshotUrl)).pathname}`);
  expect(await kept.json()).toMatchObject({ competitorId: competitor_id });

  const prices = await call('price_history', { competitor_id });
  const { series } = prices.structuredContent as { series: { points: { amountMinor?: number }[] }[] };
  expect(series.flatMap(({ points }) => points).some(({ amountMinor }) => (amountMinor ?? 0) > 0)).toBe(true);

  const asked = await call('ask', { question: 'What does BrightDesk charge?', competitor_id });
  expect(asked.structuredContent).toMatchObject({ verdict: 'ANSWERED' });
  const answer = asked.structuredContent as { claims: unknown[]; citations: { quote: string }[] };
  expect(answer.claims.length).toBeGreaterThan(0);
  expect(answer.citations.every(({ quote }) => quote.length > 0)).toBe(true);

  // Yet another journey publishes the card, sooner or later than this.
  const card = await call('get_battlecard', { competitor_id });
  if (card.isError) expect(card.content[0]?.text).toContain('No battlecard about this competitor has been published');
  else expect(card.structuredContent).toMatchObject({ competitorId: competitor_id });

  const refused = await call('get_change', { change_id: '01930000-0000-7000-8000-00000000dead' });
  expect(refused.isError).toBe(true);
  expect((await outside.post(`${baseURL}/api/v1/api-keys`, { data: { name: 'x', scope: 'READ' } })).status()).toBe(403);

  await page.reload();
  await expect(page.getByText('last used').first()).toBeVisible();
  await page.getByRole('button', { name: 'Revoke Desktop client' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('Revoked')).toBeVisible();
  expect((await outside.get(`${baseURL}/api/v1/competitors`)).status()).toBe(401);
  await expect(call('list_competitors', {})).rejects.toThrow();
});
