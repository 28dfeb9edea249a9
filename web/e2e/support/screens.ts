import type { Page } from '@playwright/test';
import { expect } from './test';

/** What is looked at on the screens of one thing: any of each kind that the stack knows. */
export type Known = Record<
  | 'signal'
  | 'source'
  | 'document'
  | 'competitor'
  | 'story'
  | 'card'
  | 'digest'
  | 'edition'
  | 'rule'
  | 'question'
  | 'job'
  | 'shared',
  string
>;

export type Screen = {
  /** Its file under src/routes, without the ending. */
  route: string;
  about: string;
  at: string | ((known: Known) => string);
  /** Where it has nothing to show; elsewhere the gateway's answers are emptied. */
  empty?: string;
  /** It can be read without a session, so there is nobody without permission. */
  isOpen?: true;
  /** It asks the gateway for nothing of its own, so that nothing of it can fail. */
  asksNothing?: true;
};

const dossier = (tab: string, about: string): Screen => ({
  route: `_member.competitors.$id.${tab}`,
  about,
  at: ({ competitor }) => `/competitors/${competitor}/${tab}`,
});
const setting = (name: string, about: string, more: Partial<Screen> = {}): Screen => ({
  route: `_member.settings.${name}`,
  about,
  at: `/settings/${name}`,
  ...more,
});

/** Every screen there is; scripts/policy.mjs refuses a route that is not in the table made of them. */
export const screens: Screen[] = [
  { route: '_member.index', about: 'Inbox: what changed and waits for a decision', at: '/', empty: '/?triage=SNOOZED' },
  {
    route: '_member.signals.$id',
    about: 'A signal: facts, what changed on the page, evidence, people',
    at: ({ signal }) => `/signals/${signal}`,
  },
  {
    route: '_member.competitors.index',
    about: 'All competitors',
    at: '/competitors',
    empty: '/competitors?q=nobody-has-this-name',
  },
  {
    route: '_member.competitors.new',
    about: 'Finding the sources of a new competitor',
    at: '/competitors/new',
    asksNothing: true,
  },
  dossier('overview', 'A competitor: what it means and what is known'),
  dossier('timeline', 'Its signals, day by day'),
  dossier('pricing', 'Its plans and their prices over time'),
  dossier('features', 'Its features'),
  dossier('news', 'What it published'),
  dossier('jobs', 'Its open roles over time'),
  dossier('ads', 'Its advertisements'),
  dossier('sources', 'Its sources and their visits'),
  {
    route: '_member.competitors.$id_.facts',
    about: 'All facts of one kind, with history and corrections',
    at: ({ competitor }) => `/competitors/${competitor}/facts?kind=FEATURE`,
  },
  { route: '_member.pricing', about: 'Prices of all competitors', at: '/pricing', empty: '/pricing?q=no-such-plan' },
  {
    route: '_member.compare.$topic',
    about: 'Competitors side by side',
    at: ({ competitor }) => `/compare/pricing?c=${competitor}`,
    empty: '/compare/pricing',
  },
  { route: '_member.insights.index', about: 'Stories and what they mean', at: '/insights?least=1' },
  {
    route: '_member.insights.$id',
    about: 'One story: claims with numbered evidence',
    at: ({ story }) => `/insights/${story}`,
  },
  { route: '_member.ask.index', about: 'Asking, and what was asked before', at: '/ask' },
  { route: '_member.ask.$id', about: 'An answer with its quotes', at: ({ question }) => `/ask/${question}` },
  { route: '_member.battlecards.index', about: 'All battlecards', at: '/battlecards' },
  {
    route: '_member.battlecards.$id.index',
    about: 'A battlecard as it is read',
    at: ({ card }) => `/battlecards/${card}`,
  },
  {
    route: '_member.battlecards.$id.edit',
    about: 'A battlecard as it is written and published',
    at: ({ card }) => `/battlecards/${card}/edit`,
  },
  { route: '_member.digests.index', about: 'All digests', at: '/digests' },
  { route: '_member.digests.new', about: 'A new digest, tried before it is saved', at: '/digests/new' },
  { route: '_member.digests.$id.index', about: 'A digest and its editions', at: ({ digest }) => `/digests/${digest}` },
  {
    route: '_member.digests.$id.editions.$edition',
    about: 'One edition, as it was mailed',
    at: ({ digest, edition }) => `/digests/${digest}/editions/${edition}`,
  },
  { route: '_member.alerts.index', about: 'Alert rules, channels, deliveries, feeds', at: '/alerts' },
  { route: '_member.alerts.new', about: 'A new rule, tried on the past', at: '/alerts/new' },
  { route: '_member.alerts.$id', about: 'A rule and when it fired', at: ({ rule }) => `/alerts/${rule}` },
  { route: '_member.outbox', about: 'Mails that were sent or kept', at: '/outbox' },
  {
    route: '_member.welcome',
    about: 'Two doors: a first competitor, or demo data',
    at: '/welcome',
    asksNothing: true,
  },
  {
    route: '_member.search',
    about: 'Search over everything',
    at: '/search?q=price',
    empty: '/search?q=nothing-is-called-like-this',
  },
  {
    route: '_member.documents.$id',
    about: 'A captured page, open at a quote',
    at: ({ document }) => `/documents/${document}?quote=0-20`,
  },
  {
    route: '_member.sources.index',
    about: 'All sources and what to do about each',
    at: '/sources',
    empty: '/sources?q=nothing-is-called-like-this',
  },
  {
    route: '_member.sources.$id.index',
    about: 'The versions of a page, compared',
    at: ({ source }) => `/sources/${source}`,
  },
  {
    route: '_member.sources.$id.rules',
    about: 'What is ignored on a page, and its back-test',
    at: ({ source }) => `/sources/${source}/rules`,
  },
  {
    route: '_member.sources.$id.reading',
    about: 'Reading a page again',
    at: ({ source }) => `/sources/${source}/reading`,
  },
  { route: '_member.reading', about: 'Reading pages of the whole workspace again', at: '/reading' },
  { route: '_member.providers', about: 'Providers: keys, budgets, use', at: '/providers' },
  { route: '_member.ops.index', about: 'Queues and workers', at: '/ops' },
  {
    route: '_member.ops.jobs.index',
    about: 'Jobs by queue and state',
    at: '/ops/jobs',
    empty: '/ops/jobs?kind=nothing-is-called-like-this',
  },
  { route: '_member.ops.jobs.$id', about: 'A job and why it ended', at: ({ job }) => `/ops/jobs/${job}` },
  { route: '_member.ops.dead', about: 'Dead letters by queue and reason', at: '/ops/dead' },
  { route: '_member.ops.sla', about: 'Service levels', at: '/ops/sla' },
  setting('account', 'One\u2019s own account, sessions and workspaces'),
  setting('appearance', 'Theme, rows, colours, motion, language', { asksNothing: true }),
  setting('shortcuts', 'All keys, and the switch for single ones', { asksNothing: true }),
  setting('workspace', 'The workspace and how long pages are kept'),
  setting('company', 'What the workspace says of its own company'),
  setting('members', 'Members, roles, invitations'),
  setting('audit', 'Who did what, and whether the trail is whole'),
  setting('data', 'Taking everything along; erasing the workspace'),
  setting('connectors', 'Everything that is connected'),
  setting('ai', 'The language model, its budgets and use'),
  setting('api-keys', 'Keys for programs'),
  setting('config', 'The workspace as code', { asksNothing: true }),
  setting('flags', 'Switches of the installation'),
  { route: 'sign-in', about: 'Signing in', at: '/sign-in', isOpen: true },
  { route: 'setup', about: 'Setting up a new installation', at: '/setup', isOpen: true },
  { route: 'join', about: 'Accepting an invitation', at: '/join#no-such-link', isOpen: true },
  {
    route: 'forgot-password',
    about: 'Asking for a new password',
    at: '/forgot-password',
    isOpen: true,
    asksNothing: true,
  },
  {
    route: 'new-password',
    about: 'Choosing a new password',
    at: '/new-password#no-such-link',
    isOpen: true,
    asksNothing: true,
  },
  {
    route: 'shared.$token',
    about: 'One thing for whoever has its link',
    at: ({ shared }) => `/shared/${shared}`,
    isOpen: true,
  },
];

export function addressOf({ at }: Screen, known: Known): string {
  return typeof at === 'string' ? at : at(known);
}

const headers = { 'X-CIQ-CSRF': '1' };

/** Looks for one of each kind; what only somebody has to ask for, such as a shared link, is made. */
export async function whatIsKnown(page: Page): Promise<Known> {
  const api = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  const made = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1${path}`, { headers, data });
    expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
    return answer.json();
  };
  const { items: signals } = await api('/signals?limit=50');
  const signal = signals.find(({ sourceId }: { sourceId: unknown }) => sourceId) ?? signals[0];
  const cards: { id: string; published: unknown }[] = await api('/battlecards');
  const digests: { id: string; latest?: { id: string } }[] = await api('/digests');
  const digest = digests.find(({ latest }) => latest) ?? digests[0];
  const share = await made('/share-links', { kind: 'SIGNAL', targetId: signal.id, days: 1 });
  return {
    signal: signal.id,
    source: signal.sourceId,
    document: signal.evidence[0]?.documentId ?? signal.documentId,
    competitor: signal.competitorId,
    story: (await api('/stories?limit=1')).items[0].id,
    card: cards.find(({ published }) => published)?.id ?? cards[0]?.id ?? '',
    digest: digest?.id ?? '',
    edition: digest?.latest?.id ?? '',
    rule: (await api('/alert-rules'))[0]?.id ?? '',
    question: (await made('/ask', { question: 'What do they charge?' })).id,
    job: String((await api('/queues/crawl-jobs/jobs?limit=1')).items[0]?.id ?? 1),
    shared: share.path.split('/').at(-1),
  };
}

/** From here on the context is a viewer's: somebody who was just invited and joined. */
export async function becomeViewer(page: Page, email: string): Promise<void> {
  const invited = await page.request.post('/api/v1/invitations', { headers, data: { email, role: 'VIEWER' } });
  expect(invited.ok()).toBe(true);
  const { link } = await invited.json();
  const token = new URL(link).hash.slice(1);
  const joined = await page.request.post('/api/v1/invitations/accept', {
    headers,
    data: { token, name: 'Vera Reed', password: 'a kettle sings at dawn' },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
}

/** The gateway is there and knows who asks, and every service behind it is not. */
export async function nothingAnswers(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/(?!session$)/, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:ciq:problem:service-unavailable',
        title: 'A service does not answer',
        status: 503,
        detail: 'Try again in a moment.',
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      }),
    }),
  );
}

/** What the gateway says, with every list in it empty. */
export async function nothingIsThere(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/(?!session$|events|sign-in-methods|setup)/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    // The gateway may be closing the connection that was kept open for this.
    const answer = await route.fetch({ maxRetries: 3 });
    if (!answer.headers()['content-type']?.includes('json')) return route.fulfill({ response: answer });
    return route.fulfill({ response: answer, json: emptied(await answer.json()) });
  });
}

function emptied(json: unknown): unknown {
  if (Array.isArray(json)) return [];
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, Array.isArray(value) ? [] : value]));
}
