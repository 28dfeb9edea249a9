import * as v from 'valibot';
import { deadReasons, jobStates } from './queries';

const text = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))), undefined);

/** The list of jobs in the address bar; nonsense is dropped. */
export const jobSearch = v.object({
  queue: text,
  state: v.fallback(v.optional(v.picklist(jobStates)), undefined),
  kind: text,
  host: text,
  reason: v.fallback(v.optional(v.picklist(deadReasons)), undefined),
});

export type JobSearch = v.InferOutput<typeof jobSearch>;

export function isFiltered({ state, kind, host, reason }: JobSearch): boolean {
  return Boolean(state ?? kind ?? host ?? reason);
}
