import type { Visit, WatchedSource } from '../../shared/api/types';
import type { FreshnessMark } from '../../shared/charts/FreshnessStrip';
import { shortUrl } from '../../shared/format/words';
import { t } from './words';

/** The visits since a moment, page by page; a page nobody visited has an empty row. */
export function freshnessRows(sources: WatchedSource[], visits: Visit[], from: number) {
  return sources.map((source) => ({
    id: source.id,
    label: source.title ?? shortUrl(source.url),
    marks: visits
      .filter(({ sourceId, startedAt }) => sourceId === source.id && Date.parse(startedAt) >= from)
      .map(
        ({ startedAt, outcome }): FreshnessMark => ({
          at: Date.parse(startedAt),
          tone: outcome === 'STORED' ? 'good' : outcome === 'UNCHANGED' ? 'still' : 'bad',
          outcome: t(`outcome.${outcome}`),
        }),
      ),
  }));
}
