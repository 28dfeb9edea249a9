/** Names of the screens where a workspace is set up. */
export const settings = {
  'settings.nav': 'Settings',
  'settings.ai': 'Language model',
  'settings.company': 'Our company',
  'settings.audit': 'Audit log',
  'settings.members': 'Members',
  'settings.account': 'Your account',
  'settings.apiKeys': 'API keys',
  'settings.config': 'As code',
} as const;
