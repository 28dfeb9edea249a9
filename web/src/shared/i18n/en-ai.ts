/** Texts about the language model, what it may cost, and what is known of our own company. */
export const ai = {
  'brief.title': 'By rules, without a model',
  'brief.why': 'Why it may matter',
  'brief.changed': 'What changed',
  'brief.more': {
    one: '{count} more change is in the comparison.',
    other: '{count} more changes are in the comparison.',
  },
  'brief.for': 'For',
  'audience.EXECUTIVE': 'Executives',
  'audience.PRODUCT': 'Product',
  'audience.SALES': 'Sales',
  'audience.MARKETING': 'Marketing',
  'assessmentState.PENDING': 'Waiting for the model',
  'assessmentState.SKIPPED': 'No model asked',
} as const;
