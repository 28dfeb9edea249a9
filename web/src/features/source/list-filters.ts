import type { WatchedSource } from '../../shared/api/types';
import type { SourceSearch } from './list-search';

export function isFiltered({ q, state, kind, competitor }: SourceSearch): boolean {
  return Boolean(q || state || kind || competitor);
}

export function belongs(search: SourceSearch, source: WatchedSource): boolean {
  const words = search.q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${source.title ?? ''} ${source.url}`.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (search.state === undefined || source.condition?.state === search.state) &&
    (search.kind === undefined || source.kind === search.kind) &&
    (search.competitor === undefined || source.competitorId === search.competitor)
  );
}
