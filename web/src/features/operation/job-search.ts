import * as v from 'valibot';
import { deadReasons, jobStates } from './job-states';

const text = v.fallback(v.optional(v.string()), undefined);

/** The list of jobs in the address bar; nonsense is dropped. Its parts are few, as every screen loads this file. */
export const jobSearch = v.object({
  queue: text,
  state: v.fallback(v.optional(v.picklist(jobStates)), undefined),
  kind: text,
  host: text,
  reason: v.fallback(v.optional(v.picklist(deadReasons)), undefined),
});

export type JobSearch = v.InferOutput<typeof jobSearch>;
