/** Texts of links for people outside. */
export const sharing = {
  'share.action': 'Share',
  'share.title': 'Share with somebody outside',
  'share.note':
    'Whoever has the link can read this one thing without signing in, and nothing else. You can revoke it at any time.',
  'share.days': 'Works for',
  'share.forDays': { one: '1 day', other: '{count} days' },
  'share.create': 'Create link',
  'share.once': 'Copy the link now: it is shown this once.',
  'share.known': 'Links to this',
  'share.all': 'Shared links',
  'share.none': 'Nothing is shared.',
  'share.until': 'until {at}',
  'share.opened': { one: 'opened once', other: 'opened {count} times' },
  'share.revoke': 'Revoke',
  'share.revokeNamed': 'Revoke the link to {title}',
  'share.revoked': 'Revoked',
  'share.expired': 'Expired',
  'share.live': 'Live',
  'shareKind.EDITION': 'Edition',
  'shareKind.SIGNAL': 'Signal',
} as const;
