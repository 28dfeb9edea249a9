import * as v from 'valibot';
import type { Category, Severity, Signal, Triage } from '../../shared/api/types';

export const triages = ['NEW', 'SEEN', 'SAVED', 'SNOOZED', 'DONE', 'DISMISSED', 'MUTED'] as const satisfies Triage[];
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const satisfies Severity[];
export const categories = [
  'PRICING',
  'PRODUCT',
  'POSITIONING',
  'HIRING',
  'NEWS',
  'LEADERSHIP',
  'LEGAL',
  'OTHER',
] as const satisfies Category[];

const people = ['me', 'none', 'named'] as const;

const optional = <const Options extends readonly string[]>(options: Options) =>
  v.fallback(v.optional(v.picklist(options)), undefined);

/** The inbox in the address bar: what someone pastes into a chat opens the same rows. Nonsense is dropped. */
export const inboxSearch = v.object({
  triage: v.optional(v.fallback(v.picklist(triages), 'NEW'), 'NEW'),
  competitor: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
  category: optional(categories),
  severity: optional(severities),
  who: optional(people),
});

export type InboxSearch = v.InferOutput<typeof inboxSearch>;

export function isFiltered(search: InboxSearch): boolean {
  return Boolean(search.competitor ?? search.category ?? search.severity ?? search.who);
}

/** The same as the export wants it: every signal the inbox would show, not one of each story. */
export function exported(search: InboxSearch): Record<string, string | undefined> {
  return {
    triage: search.triage,
    competitorId: search.competitor,
    category: search.category,
    severity: search.severity,
    assignee: search.who === 'named' ? undefined : search.who,
    mentioned: search.who === 'named' ? 'me' : undefined,
  };
}

/** Whether a signal belongs into the list that these filters show. */
export function belongs(search: InboxSearch, signal: Signal): boolean {
  return (
    signal.triage === search.triage &&
    (search.competitor === undefined || search.competitor === signal.competitorId) &&
    (search.category === undefined || search.category === signal.category) &&
    (search.severity === undefined || search.severity === signal.severity)
  );
}
