import { t } from './words';

/** What the keys of a signal's own screen do. */
export const signalKeys = {
  e: t('triageTo.DONE'),
  s: t('triageTo.SAVED'),
  d: t('triageTo.DISMISSED'),
  h: t('triageTo.SNOOZED'),
  m: t('triageTo.MUTED'),
  r: t('triageTo.SEEN'),
  u: t('triageTo.NEW'),
  z: t('action.undo'),
};

/** In the inbox there are rows to walk, too. */
export const inboxKeys = {
  j: t('keys.next'),
  k: t('keys.previous'),
  Enter: t('keys.open'),
  x: t('keys.select'),
  ...signalKeys,
};
