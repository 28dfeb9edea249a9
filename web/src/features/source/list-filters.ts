import * as v from 'valibot';
import type { SourceState, WatchedSource } from '../../shared/api/types';

export const sourceStates = [
  'BLOCKED',
  'FAILING',
  'DRIFTED',
  'SILENT',
  'DEGRADED',
  'NEVER_VISITED',
  'HEALTHY',
  'PAUSED',
] as const satisfies SourceState[];

const optional = <const S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

/** The list of sources in the address bar. */
export const sourceSearch = v.object({
  q: v.optional(v.fallback(v.string(), ''), ''),
  state: optional(v.picklist(sourceStates)),
  kind: optional(v.pipe(v.string(), v.regex(/^[A-Z_]{1,40}$/))),
  competitor: optional(v.pipe(v.string(), v.uuid())),
});

export type SourceSearch = v.InferOutput<typeof sourceSearch>;

export function isFiltered({ q, state, kind, competitor }: SourceSearch): boolean {
  return Boolean(q || state || kind || competitor);
}

export function belongs(search: SourceSearch, source: WatchedSource): boolean {
  const words = search.q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${source.title ?? ''} ${source.url}`.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (search.state === undefined || source.condition?.state === search.state) &&
    (search.kind === undefined || source.kind === search.kind) &&
    (search.competitor === undefined || source.competitorId === search.competitor)
  );
}
