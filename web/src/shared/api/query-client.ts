import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import { Problem } from './problem';

type Patience = { retries: number };

/**
 * The cache of everything the gateway said. A session that ends while someone works is noticed here, once for all; who
 * was signed in stays known, so that no form on screen goes away with what was typed into it.
 */
export function createQueryClient({ retries }: Patience): QueryClient {
  const noticeEndedSession = (error: unknown) => {
    if (error instanceof Problem && error.status === 401 && client.getQueryData(keys.session)) {
      client.setQueryData(keys.sessionEnded, true);
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEndedSession }),
    mutationCache: new MutationCache({ onError: noticeEndedSession }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < retries && !isRefusal(error),
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
    },
  });
  return client;
}

/** Asking again does not change a refusal. */
function isRefusal(error: unknown): boolean {
  return error instanceof Problem && error.status >= 400 && error.status < 500;
}
