/** Names of the screens where things are set up. */
export const settings = {
  'settings.nav': 'Settings',
  'settings.ai': 'Language model',
  'settings.company': 'Our company',
  'settings.members': 'Members',
  'settings.account': 'Your account',
  'settings.audit': 'Audit log',
  'settings.apiKeys': 'API keys',
  'settings.flags': 'Flags',
} as const;
