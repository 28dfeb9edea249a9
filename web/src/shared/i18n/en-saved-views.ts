import type { Message } from './en';

/** Texts of the views of the inbox that somebody kept. */
export const savedViews = {
  'views.label': 'Saved views',
  'views.all': 'Views',
  'views.save': 'Save view',
  'views.title': 'Save this view',
  'views.lead': 'The filters as they are now, under a name, for you and in this browser.',
  'views.name': 'Name',
  'views.remove': 'Remove view',
  'views.removed': '\u201c{name}\u201d is removed.',
  'assigned.to': { one: '1 signal is given to {name}.', other: '{count} signals are given to {name}.' },
  'assigned.nobody': { one: '1 signal is given to nobody.', other: '{count} signals are given to nobody.' },
  'assigned.failed': 'Nothing was given to anybody. {why}',
} as const satisfies Record<string, Message>;
