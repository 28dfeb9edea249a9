import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Fact, PriceSeries, Signal, Visit } from '../../src/shared/api/types';
import { diff, fact, ids, overview, session, signal } from '../../src/test/fixtures';

/** The built pages at an address of their own: no server, no stack, always the same answers at the same time. */
export const origin = 'http://pictures.test';

const now = '2026-11-20T12:00:00Z';
const day = 86_400_000;
const ago = (days: number) => new Date(Date.parse(now) - days * day).toISOString();

/** A page of the built dashboard where the gateway says what these fixtures say; its fonts come with it. */
export async function still(page: Page): Promise<void> {
  await page.clock.setFixedTime(now);
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/api/')) {
      const query = new URL(route.request().url()).searchParams;
      const answer = answerTo(pathname.replace('/api/v1', ''), query);
      return answer === undefined
        ? route.fulfill({ status: 404, json: { title: 'Not in this picture', status: 404 } })
        : route.fulfill({ json: answer });
    }
    const file = new URL(`../../dist${pathname}`, import.meta.url);
    const isFile = pathname !== '/' && existsSync(file);
    return route.fulfill({ path: (isFile ? file : new URL('../../dist/index.html', import.meta.url)).pathname });
  });
}

function answerTo(path: string, query: URLSearchParams): unknown {
  const page = (items: unknown[]) => ({ items, nextCursor: null });
  const isCompetitor = path === `/competitors/${ids.competitor}`;
  if (path === '/session') return session;
  if (path === '/signals') return page(query.has('competitorId') ? busyDays : inbox);
  if (path === '/signals/counts') return { triage: { NEW: inbox.length } };
  if (path === `/signals/${ids.signal}`) return signal({ detectedAt: ago(0.1) });
  if (path === `/changes/${ids.change}/diff`) return diff;
  if (path === '/facts/prices') return prices;
  if (path === '/facts') return page(query.get('kind') === 'JOB_OPENING' ? openings : plans);
  if (path === '/visits') return page(visits);
  if (path === '/competitors') return page([overview().competitor]);
  if (isCompetitor) return overview().competitor;
  if (path === `/competitors/${ids.competitor}/overview`) return overview();
  return undefined;
}

const inbox: Signal[] = [
  signal({ detectedAt: ago(0.1) }),
  signal({
    id: '01930000-0000-7000-8000-000000000016',
    severity: 'MEDIUM',
    category: 'PRODUCT',
    headline: 'Brightdesk 5.3 brings reply drafts',
    summary: 'Replies are drafted from the last hundred conversations.',
    facts: [],
    detectedAt: ago(1.5),
  }),
];

const busyDays: Signal[] = [0, 0, 0, 0, 0, 1, 1, 3, 8, 8, 8, 15, 16, 30, 30, 45, 61, 61, 61, 61, 80].map(
  (days, index) =>
    signal({
      id: `01930000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
      category: (['PRICING', 'PRODUCT', 'HIRING'] as const)[index % 3] ?? 'PRICING',
      detectedAt: ago(days + 0.1),
      occurredAt: ago(days + 0.1),
    }),
);

function line(plan: string, amounts: [days: number, amountMinor: number][]): PriceSeries {
  return {
    competitorId: ids.competitor,
    plan,
    field: 'amount',
    currency: 'USD',
    period: 'MONTH',
    points: amounts.map(([days, amountMinor], index) => ({
      at: ago(days),
      amountMinor,
      text: `$${amountMinor / 100}`,
      factId: `${plan}-${index}`,
    })),
  };
}

const prices = [
  line('Starter', [[88, 1900]]),
  line('Pro', [
    [88, 3900],
    [52, 4900],
    [6, 5900],
  ]),
  line('Team', [
    [88, 9900],
    [30, 8900],
  ]),
];

const plans: Fact[] = prices.map(({ plan, points }) => {
  const last = points.at(-1);
  const amountMinor = last?.amountMinor ?? 0;
  const value = { text: `$${amountMinor / 100}`, amountMinor, currency: 'USD', period: 'MONTH' } as const;
  return fact({ id: last?.factId ?? plan, subject: plan, value });
});

const openings: Fact[] = (
  [
    ['SALES', 70, null],
    ['SALES', 40, null],
    ['SALES', 20, 5],
    ['ENGINEERING', 80, null],
    ['ENGINEERING', 60, 10],
    ['SUPPORT', 33, null],
  ] as const
).map(([text, opened, closed], index) =>
  fact({
    id: `opening-${index}`,
    kind: 'JOB_OPENING',
    subject: `Role ${index}`,
    field: 'opening',
    value: { text: 'Lisbon' },
    validFrom: ago(opened),
    validTo: closed === null ? null : ago(closed),
    details: [{ kind: 'FUNCTION', text }],
  }),
);

const visits: Visit[] = Array.from({ length: 26 }, (_, index) => ({
  id: `visit-${index}`,
  sourceId: ids.source,
  competitorId: ids.competitor,
  url: 'http://brightdesk.localhost:8090/pricing',
  startedAt: ago(0.1 + index / 4),
  outcome: index % 9 === 4 ? 'BLOCKED' : index % 5 === 0 ? 'STORED' : 'UNCHANGED',
}));
