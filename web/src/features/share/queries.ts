import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

/** Every reading counts as an opening, so it is read once and not again behind the reader's back. */
export const sharedThing = (token: string) =>
  queryOptions({
    queryKey: keys.shared(token),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/shared/{token}', { params: { path: { token } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
