import type {
  ChangeDiff,
  Competitor,
  CompetitorOverview,
  Discovery,
  Document,
  Evidence,
  Fact,
  Session,
  Signal,
  SourcePack,
  Suggestion,
} from '../shared/api/types';

/** Fictional, complete answers of the gateway; tests change only what they are about. */
export const ids = {
  competitor: '01930000-0000-7000-8000-000000000001',
  source: '01930000-0000-7000-8000-000000000002',
  change: '01930000-0000-7000-8000-000000000003',
  document: '01930000-0000-7000-8000-000000000004',
  snapshot: '01930000-0000-7000-8000-000000000005',
  signal: '01930000-0000-7000-8000-000000000006',
  discovery: '01930000-0000-7000-8000-000000000007',
  member: '01930000-0000-7000-8000-000000000008',
};

const at = '2026-11-20T08:00:00Z';

export const session: Session = {
  member: { id: ids.member, name: 'Dana Fox', email: 'dana@example.com', role: 'owner' },
  workspace: { id: ids.member, name: 'Northwind' },
};

export function evidence(change: Partial<Evidence> = {}): Evidence {
  return {
    id: '01930000-0000-7000-8000-0000000000e1',
    side: 'AFTER',
    snapshotId: ids.snapshot,
    documentId: ids.document,
    blockId: 'b2',
    quote: 'Pro $59 per seat per month',
    start: 14,
    end: 40,
    verified: true,
    url: 'http://brightdesk.localhost:8090/pricing',
    fetchedAt: at,
    ...change,
  };
}

export function signal(change: Partial<Signal> = {}): Signal {
  return {
    id: ids.signal,
    competitorId: ids.competitor,
    competitor: { id: ids.competitor, name: 'BrightDesk' },
    sourceId: ids.source,
    changeId: ids.change,
    documentId: ids.document,
    url: 'http://brightdesk.localhost:8090/pricing',
    sourceKind: 'PRICING',
    pageTitle: 'Pricing \u00b7 BrightDesk',
    category: 'PRICING',
    headline: 'Pro rises from $49 to $59 per month',
    summary: 'The Pro plan of BrightDesk costs 20.4% more.',
    brief: {
      whatChanged: ['Pro raised from $49 to $59 per month (+20.4 %).'],
      moreChanges: 0,
      whyItMayMatter: ['A dearer Pro leaves room for an offer below it.'],
      audience: ['SALES', 'EXECUTIVE'],
    },
    significance: 82,
    severity: 'CRITICAL',
    confidence: 0.96,
    reasons: ['A list price moved by more than 20%', 'The pricing page changed', 'Confirmed by a second visit'],
    occurredAt: at,
    detectedAt: at,
    triage: 'NEW',
    scored: true,
    facts: [
      {
        kind: 'MODIFIED',
        factKind: 'PRICE',
        subject: 'Pro',
        field: 'amount',
        before: { text: '$49', amountMinor: 4900, currency: 'USD', period: 'MONTH' },
        after: { text: '$59', amountMinor: 5900, currency: 'USD', period: 'MONTH' },
        evidence: [evidence()],
      },
    ],
    texts: [],
    evidence: [],
    assessment: null,
    version: 1,
    ...change,
  };
}

export const competitor: Competitor = {
  id: ids.competitor,
  name: 'BrightDesk',
  domain: 'brightdesk.localhost',
  url: 'http://brightdesk.localhost:8090',
  description: 'Help desk software for growing support teams.',
  logoUrl: null,
  tags: [],
  sourceCount: 4,
  createdAt: at,
  updatedAt: at,
  version: 1,
};

export function fact(change: Partial<Fact> = {}): Fact {
  return {
    id: '01930000-0000-7000-8000-0000000000f1',
    competitorId: ids.competitor,
    sourceId: ids.source,
    kind: 'PRICE',
    subject: 'Pro',
    field: 'amount',
    value: { text: '$49', amountMinor: 4900, currency: 'USD', period: 'MONTH' },
    validFrom: at,
    validTo: null,
    observedAt: at,
    confidence: 0.95,
    method: 'JSONLD',
    status: 'ACCEPTED',
    evidence: [evidence()],
    ...change,
  };
}

export function overview(change: Partial<CompetitorOverview> = {}): CompetitorOverview {
  return {
    competitor,
    sources: [
      {
        id: ids.source,
        competitorId: ids.competitor,
        kind: 'PRICING',
        collector: 'BUILTIN',
        url: 'http://brightdesk.localhost:8090/pricing',
        title: 'Pricing',
        schedule: { interval: 'PT6H', cron: null, zone: 'UTC', jitter: 'PT5M' },
        paused: false,
        rendering: 'AUTO',
        options: {},
        nextVisitAt: '2026-11-20T14:00:00Z',
        lastVisitAt: at,
        version: 1,
        createdAt: at,
        health: {
          sourceId: ids.source,
          lastOutcome: 'STORED',
          lastVisitAt: at,
          lastOkAt: at,
          visits24h: 4,
          failures24h: 0,
          visits7d: 28,
          blocked7d: 0,
          blockRate: 0,
          state: 'HEALTHY',
          reason: 'The page is what it was, byte by byte.',
          fix: null,
          silence: null,
        },
        condition: { state: 'HEALTHY', reason: 'The page is what it was, byte by byte.', fix: null },
      },
    ],
    counts: { documents: 4, facts: 31, plans: 3, posts: 12, changes: 1 },
    plans: [fact()],
    posts: [
      fact({
        id: '01930000-0000-7000-8000-0000000000f2',
        kind: 'POST',
        subject: 'Shared inboxes are here',
        field: 'title',
        value: { text: 'Shared inboxes are here' },
      }),
    ],
    latestSignals: [signal()],
    watchingSince: at,
    nextVisitAt: '2026-11-20T14:00:00Z',
    partial: [],
    ...change,
  };
}

export function suggestion(change: Partial<Suggestion> = {}): Suggestion {
  return {
    id: '01930000-0000-7000-8000-0000000000a1',
    kind: 'PRICING',
    collector: 'BUILTIN',
    url: 'http://brightdesk.localhost:8090/pricing',
    label: 'Pricing',
    why: 'Linked from the home page as \u201cPricing\u201d',
    confidence: 0.97,
    recommended: true,
    robots: 'ALLOWED',
    sampleTitle: 'Simple pricing for every team',
    defaultInterval: 'PT6H',
    ...change,
  };
}

export function discovery(change: Partial<Discovery> = {}): Discovery {
  return {
    id: ids.discovery,
    url: 'http://brightdesk.localhost:8090',
    state: 'DONE',
    stage: null,
    company: { name: 'BrightDesk', domain: 'brightdesk.localhost', description: null, logoUrl: null },
    suggestions: [suggestion()],
    warnings: [],
    error: null,
    createdAt: at,
    ...change,
  };
}

/** A pack of which the site has six of eight kinds. */
export function sourcePack(change: Partial<SourcePack> = {}): SourcePack {
  return {
    id: 'saas',
    title: 'SaaS company',
    description: 'Prices and product news of a company that sells software.',
    entries: [],
    fit: { found: 6, wanted: 8 },
    ...change,
  };
}

export const diff: ChangeDiff = {
  changeId: ids.change,
  from: { documentId: ids.document, snapshotId: ids.snapshot, fetchedAt: '2026-11-19T08:00:00Z' },
  to: { documentId: ids.document, snapshotId: ids.snapshot, fetchedAt: at },
  facts: [],
  hunks: [
    {
      id: 'h1',
      path: ['Plans', 'Pro'],
      kind: 'MODIFIED',
      ignoredBy: null,
      lines: [
        { kind: 'ctx', oldNo: 11, newNo: 11, text: 'Pro', blockId: 'b1' },
        { kind: 'del', oldNo: 12, newNo: null, text: '$49 per seat per month', blockId: 'b2' },
        { kind: 'add', oldNo: null, newNo: 12, text: '$59 per seat per month, billed yearly', blockId: 'b3' },
        { kind: 'ctx', oldNo: 13, newNo: 13, text: 'Unlimited shared inboxes', blockId: 'b4' },
      ],
    },
    {
      id: 'h2',
      path: ['Footer'],
      kind: 'MODIFIED',
      ignoredBy: 'copyright year',
      lines: [
        { kind: 'del', oldNo: 80, newNo: null, text: '\u00a9 2025 BrightDesk', blockId: 'b5' },
        { kind: 'add', oldNo: null, newNo: 80, text: '\u00a9 2026 BrightDesk', blockId: 'b6' },
      ],
    },
  ],
  truncated: false,
  totalLines: 5,
};

export const capturedDocument: Document = {
  id: ids.document,
  snapshotId: ids.snapshot,
  sourceId: ids.source,
  competitorId: ids.competitor,
  url: 'http://brightdesk.localhost:8090/pricing',
  title: 'Pricing',
  author: null,
  publishedAt: null,
  language: 'en',
  pageClass: 'PRICING',
  fetchedAt: at,
  extractorVersion: 1,
  text: 'Simple prices\nPro $59 per seat per month\nUnlimited shared inboxes',
  blocks: [
    { id: 'b1', path: [], kind: 'HEADING', text: 'Simple prices', start: 0, end: 13 },
    { id: 'b2', path: ['Simple prices'], kind: 'PRICE', text: 'Pro $59 per seat per month', start: 14, end: 40 },
    { id: 'b3', path: ['Simple prices'], kind: 'LIST_ITEM', text: 'Unlimited shared inboxes', start: 41, end: 65 },
  ],
};
