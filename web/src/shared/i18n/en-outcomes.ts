import type { Message } from './en';

/** How visits end. */
export const outcomes = {
  'outcome.STORED': 'Captured',
  'outcome.UNCHANGED': 'Unchanged',
  'outcome.BLOCKED': 'Blocked by the site',
  'outcome.SOFT_404': 'Page is gone',
  'outcome.LOGIN': 'Asks to sign in',
  'outcome.EMPTY': 'Empty page',
  'outcome.REDIRECTED_AWAY': 'Leads elsewhere',
  'outcome.ROBOTS_DISALLOWED': 'Forbidden by robots.txt',
  'outcome.CREDIT_OUT': 'Credit or budget used up',
  'outcome.ERROR': 'Visit failed',
} as const satisfies Record<string, Message>;
