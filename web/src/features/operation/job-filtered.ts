import type { JobSearch } from './job-search';

export function isFiltered({ state, kind, host, reason }: JobSearch): boolean {
  return Boolean(state ?? kind ?? host ?? reason);
}
