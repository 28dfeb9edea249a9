import * as v from 'valibot';
import type { SourceState } from '../../shared/api/types';

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
  kind: optional(v.string()),
  competitor: optional(v.string()),
});

export type SourceSearch = v.InferOutput<typeof sourceSearch>;
