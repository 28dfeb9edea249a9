import type { Battlecard, BattlecardDraft, BattlecardSection, BattlecardSummary, MovedFact } from '../shared/api/types';
import { evidence, ids, session } from './fixtures';

const at = '2026-11-06T08:00:00Z';

export const cardId = '01930000-0000-7000-8000-0000000000ba';

const citation = {
  documentId: ids.document,
  start: 14,
  end: 40,
  quote: 'Pro $59 per seat per month',
  url: 'http://brightdesk.localhost:8090/pricing',
  fetchedAt: at,
  lineageId: null,
  signalId: null,
};

function sections(): BattlecardSection[] {
  return [
    {
      id: '01930000-0000-7000-8000-0000000000b1',
      kind: 'WHY_WE_WIN',
      title: 'Why we win',
      blocks: [
        {
          id: '01930000-0000-7000-8000-0000000000b2',
          kind: 'PROSE',
          text: 'We win on price.',
          live: null,
          citations: [citation],
          origin: 'HUMAN',
          facts: null,
          stale: true,
        },
      ],
    },
    {
      id: '01930000-0000-7000-8000-0000000000b3',
      kind: 'PRICING',
      title: 'Pricing',
      blocks: [
        {
          id: '01930000-0000-7000-8000-0000000000b4',
          kind: 'LIVE',
          text: '',
          live: 'PRICES',
          citations: [],
          origin: 'HUMAN',
          facts: {
            total: 1,
            asOf: at,
            current: true,
            facts: [
              {
                fact: {
                  factId: '01930000-0000-7000-8000-0000000000f1',
                  lineageId: '01930000-0000-7000-8000-0000000000f1',
                  kind: 'PRICE',
                  subject: 'Pro',
                  field: 'amount',
                  value: { text: '$59', amountMinor: 5900, currency: 'USD', period: 'MONTH' },
                  said: false,
                  since: at,
                  link: null,
                  evidence: evidence(),
                },
                was: { text: '$49', amountMinor: 4900, currency: 'USD', period: 'MONTH' },
              },
            ],
          },
          stale: false,
        },
      ],
    },
  ];
}

const movedPrice: MovedFact = {
  kind: 'PRICE',
  lineageId: '01930000-0000-7000-8000-0000000000f1',
  subject: 'Pro',
  field: 'amount',
  before: { text: '$49', amountMinor: 4900, currency: 'USD', period: 'MONTH' },
  after: { text: '$59', amountMinor: 5900, currency: 'USD', period: 'MONTH' },
  since: at,
  wasWritten: evidence(),
  isWritten: evidence(),
  signalId: ids.signal,
};

const published = {
  number: 2,
  publishedAt: at,
  publishedBy: session.member.id,
  verifyBy: '2026-11-20',
  overdue: true,
  staleness: { changedFacts: 1, since: at, facts: [movedPrice], checkedAt: at },
};

export function card(): Battlecard {
  return {
    id: cardId,
    competitorId: ids.competitor,
    competitorName: 'BrightDesk',
    name: 'vs BrightDesk',
    audience: 'Sales',
    ownerId: session.member.id,
    state: 'PUBLISHED',
    published,
    note: '',
    approvedBy: session.member.id,
    sections: sections(),
  };
}

export function cardSummary(change: Partial<BattlecardSummary> = {}): BattlecardSummary {
  return {
    id: cardId,
    competitorId: ids.competitor,
    competitorName: 'BrightDesk',
    name: 'vs BrightDesk',
    audience: 'Sales',
    ownerId: session.member.id,
    state: 'PUBLISHED',
    published: { ...published, staleness: { ...published.staleness, facts: [] } },
    updatedAt: at,
    updatedBy: session.member.id,
    version: 4,
    ...change,
  };
}

export function cardDraft(change: Partial<BattlecardDraft> = {}): BattlecardDraft {
  return {
    id: cardId,
    competitorId: ids.competitor,
    name: 'vs BrightDesk',
    audience: 'Sales',
    ownerId: session.member.id,
    state: 'DRAFT',
    approvedBy: null,
    approvedAt: null,
    publishedNumber: 2,
    sections: sections(),
    updatedBy: session.member.id,
    updatedAt: at,
    version: 4,
    ...change,
  };
}
