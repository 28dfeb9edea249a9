import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { keys } from '../api/keys';
import type { Fact } from '../api/types';

const pageSize = 200;
const mostPages = 5;

export type FactQuery = { competitorId?: string | undefined; kind: string; current?: boolean };

/** What is known of one kind; at most 1000 facts, `isComplete` tells whether that was all. */
export type KnownFacts = { items: Fact[]; isComplete: boolean };

/** Every fact of a kind, those that have ended too unless `current`. */
export function allFacts({ competitorId, kind, current = false }: FactQuery) {
  return queryOptions({
    queryKey: keys.factList({ competitorId, kind, current, all: true }),
    queryFn: async ({ signal }): Promise<KnownFacts> => {
      const items: Fact[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const query = {
          kind,
          limit: pageSize,
          ...(competitorId && { competitorId }),
          ...(current && { current }),
          ...(cursor && { cursor }),
        };
        const answer = await unwrap(api.GET('/api/v1/facts', { params: { query }, signal }));
        items.push(...answer.items);
        cursor = answer.nextCursor ?? undefined;
        if (!cursor) break;
      }
      return { items, isComplete: !cursor };
    },
  });
}

/** A detail of a fact, such as where a job is. */
export function detailOf(fact: Fact, kind: string): string | undefined {
  return fact.details?.find((detail) => detail.kind === kind)?.text;
}
