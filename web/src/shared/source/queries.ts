import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { keys } from '../api/keys';
import type { WatchedSource } from '../api/types';

const pageSize = 200;
/** Far more pages than one workspace watches; a cursor that never ended would not go on for ever. */
const mostPages = 50;

/** Every page the workspace watches, with how it is doing; the gateway has no filter, so the screens filter. */
export function allSources() {
  return queryOptions({
    queryKey: [...keys.sources, 'all'],
    queryFn: async ({ signal }): Promise<WatchedSource[]> => {
      const found: WatchedSource[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const query = { limit: pageSize, ...(cursor && { cursor }) };
        const { items, nextCursor } = await unwrap(api.GET('/api/v1/sources', { params: { query }, signal }));
        found.push(...items);
        if (!nextCursor) break;
        cursor = nextCursor;
      }
      return found;
    },
  });
}
