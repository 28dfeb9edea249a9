import * as v from 'valibot';

/** The kinds of facts, those that have no panel of their own first. */
export const factKinds = [
  'JOB_OPENING',
  'FEATURE',
  'PRODUCT',
  'PERSON',
  'CONTACT',
  'TECHNOLOGY',
  'PRICE',
  'PLAN',
  'POST',
] as const;

export const factSearch = v.object({
  kind: v.optional(v.fallback(v.picklist(factKinds), 'JOB_OPENING'), 'JOB_OPENING'),
  ended: v.fallback(v.optional(v.boolean()), undefined),
});

export type FactSearch = v.InferOutput<typeof factSearch>;
