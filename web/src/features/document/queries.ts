import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';

export const documentQueries = {
  one: (id: string) =>
    queryOptions({
      queryKey: keys.document(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/documents/{id}', { params: { path: { id } }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
