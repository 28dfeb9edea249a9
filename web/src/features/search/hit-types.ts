/** Kinds of things that can be found. */
export const hitTypes = ['competitor', 'signal', 'source', 'document', 'fact', 'battlecard'] as const;
export type HitType = (typeof hitTypes)[number];
