/**
 * What screens ask the gateway for first, by the template of their address: as their queries write it, or the answer would
 * not be found. Screens whose first question depends on more than their path are left out.
 */
export const firstAsked: Record<string, string[]> = {
  '/': ['/api/v1/signals?triage=NEW&limit=30&collapsed=true', '/api/v1/first-steps'],
  '/signals/$id': ['/api/v1/signals/$id'],
  '/competitors': ['/api/v1/competitors?limit=200'],
  '/competitors/$id': ['/api/v1/competitors/$id/overview'],
  '/pricing': ['/api/v1/facts/prices'],
  '/ops': ['/api/v1/queues'],
  '/sources/$id': ['/api/v1/sources/$id'],
  '/documents/$id': ['/api/v1/documents/$id'],
  '/insights/$id': ['/api/v1/stories/$id'],
  '/battlecards/$id': ['/api/v1/battlecards/$id'],
};

/** Every screen of a member begins with it. */
export const session = '/api/v1/session';
