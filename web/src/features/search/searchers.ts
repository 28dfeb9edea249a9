import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import type { Fact, Signal, WatchedSource } from '../../shared/api/types';
import { valueText } from '../../shared/format/value';
import { factName, shortUrl } from '../../shared/format/words';
import { allSources } from '../../shared/source/queries';
import type { HitType } from './hit-types';
import { matches, wordsOf } from './snippets';

/** One thing found, with the words to show and the screen to open. */
export type Hit = {
  id: string;
  type: HitType;
  title: string;
  text: string;
  at?: string | null | undefined;
  href: string;
};
export type Found = {
  hits: Hit[] /** How many were looked through, where it was not all there are. */;
  newest?: number;
};

const perType = 50;
/** The gateway cannot search documents and facts, so the newest are looked through here. */
const looked = 200;
const aMinute = 60_000;

const key = (...parts: unknown[]) => ['search', ...parts];

export const searchers = {
  competitor: (q: string) =>
    queryOptions({
      queryKey: key('competitor', q),
      queryFn: async ({ signal }): Promise<Found> => {
        const { items } = await unwrap(
          api.GET('/api/v1/competitors', { params: { query: { q, limit: perType } }, signal }),
        );
        return {
          hits: items.map(({ id, name, domain, description, url }) => ({
            id,
            type: 'competitor',
            title: name,
            text: [domain ?? shortUrl(url), description].filter(Boolean).join(' \u00b7 '),
            href: `/competitors/${id}`,
          })),
        };
      },
      staleTime: aMinute,
    }),
  signal: (q: string) =>
    queryOptions({
      queryKey: key('signal', q),
      queryFn: async ({ signal }): Promise<Found> => {
        const { items } = await unwrap(
          api.GET('/api/v1/signals', { params: { query: { q, limit: perType } }, signal }),
        );
        return { hits: items.map(ofSignal) };
      },
      staleTime: aMinute,
    }),
  source: (q: string) =>
    queryOptions({
      ...allSources(),
      staleTime: aMinute,
      select: (sources: WatchedSource[]): Found => ({ hits: among(sources.map(ofSource), q) }),
    }),
  document: (q: string) =>
    queryOptions({
      queryKey: key('documents'),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/documents', { params: { query: { limit: looked } }, signal })),
      staleTime: aMinute,
      select: ({ items, nextCursor }): Found =>
        withBound(
          among(
            items.map(
              ({ id, title, url, fetchedAt }): Hit => ({
                id,
                type: 'document',
                title: title ?? shortUrl(url),
                text: shortUrl(url),
                at: fetchedAt,
                href: `/documents/${id}`,
              }),
            ),
            q,
          ),
          nextCursor,
        ),
    }),
  fact: (q: string) =>
    queryOptions({
      queryKey: key('facts'),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/facts', { params: { query: { current: true, limit: looked } }, signal })),
      staleTime: aMinute,
      select: ({ items, nextCursor }): Found => withBound(among(items.map(ofFact), q), nextCursor),
    }),
  battlecard: (q: string) =>
    queryOptions({
      queryKey: key('battlecards'),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards', { signal })),
      staleTime: aMinute,
      select: (cards): Found => ({
        hits: among(
          cards.map(
            ({ id, name, competitorName, updatedAt }): Hit => ({
              id,
              type: 'battlecard',
              title: name,
              text: competitorName ?? '',
              at: updatedAt,
              href: `/battlecards/${id}`,
            }),
          ),
          q,
        ),
      }),
    }),
};

function among(hits: Hit[], q: string): Hit[] {
  const words = wordsOf(q);
  return hits.filter(({ title, text }) => matches(`${title} ${text}`, words)).slice(0, perType);
}

function withBound(hits: Hit[], nextCursor: string | null | undefined): Found {
  return nextCursor ? { hits, newest: looked } : { hits };
}

function ofSignal({ id, headline, summary, competitor, detectedAt }: Signal): Hit {
  return {
    id,
    type: 'signal',
    title: headline,
    text: [competitor?.name, summary].filter(Boolean).join(' \u00b7 '),
    at: detectedAt,
    href: `/signals/${id}`,
  };
}

function ofSource({ id, title, url }: WatchedSource): Hit {
  return { id, type: 'source', title: title ?? shortUrl(url), text: shortUrl(url), href: `/sources/${id}` };
}

function ofFact(fact: Fact): Hit {
  return {
    id: fact.id,
    type: 'fact',
    title: `${fact.subject}: ${valueText(fact.value)}`,
    text: factName({ factKind: fact.kind, field: fact.field }),
    at: fact.observedAt,
    href: `/competitors/${fact.competitorId}/facts`,
  };
}
