import type { Session } from '../../shared/api/types';

type Needs = 'analyst' | 'admin' | 'queueAdmin';

/** A screen one can go to by name, and with `g` and its letter where it has one. */
export type Destination = {
  name: keyof typeof paths;
  path: string;
  letter?: string;
};

const paths = {
  inbox: { path: '/', letter: 'i' },
  competitors: { path: '/competitors', letter: 'c' },
  ask: { path: '/ask', letter: 'a' },
  battlecards: { path: '/battlecards', letter: 'b' },
  digests: { path: '/digests', letter: 'd' },
  alerts: { path: '/alerts', letter: 'l' },
  sources: { path: '/sources', letter: 's' },
  providers: { path: '/providers', letter: 'p' },
  operations: { path: '/ops', letter: 'o', needs: 'queueAdmin' },
  settings: { path: '/settings/workspace', letter: ',' },
  search: { path: '/search', letter: '/' },
  jobs: { path: '/ops/jobs', letter: 'j', needs: 'queueAdmin' },
  dead: { path: '/ops/dead', needs: 'queueAdmin' },
  sla: { path: '/ops/sla', needs: 'queueAdmin' },
  reading: { path: '/reading', needs: 'analyst' },
  outbox: { path: '/outbox', needs: 'analyst' },
  workspace: { path: '/settings/workspace' },
  connectors: { path: '/settings/connectors' },
  members: { path: '/settings/members' },
  account: { path: '/settings/account' },
  appearance: { path: '/settings/appearance' },
  shortcuts: { path: '/settings/shortcuts' },
  model: { path: '/settings/ai' },
  apiKeys: { path: '/settings/api-keys', needs: 'admin' },
  audit: { path: '/settings/audit', needs: 'admin' },
} as const satisfies Record<string, { path: string; letter?: string; needs?: Needs }>;

/** Where a member may go; the gateway decides, this only keeps away what would be refused. */
export function destinationsOf({ role, queueAdmin }: Session['member']): Destination[] {
  const has: Record<Needs, boolean> = {
    analyst: role !== 'viewer',
    admin: role === 'admin' || role === 'owner',
    queueAdmin: queueAdmin === true,
  };
  return Object.entries(paths).flatMap(([name, place]) =>
    'needs' in place && !has[place.needs]
      ? []
      : [{ name: name as Destination['name'], path: place.path, ...('letter' in place && { letter: place.letter }) }],
  );
}
