import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { components } from '../../shared/api/schema.gen';

export type Retention = components['schemas']['Retention'];

export const retentionKey = ['retention'];

export const settingQueries = {
  retention: () =>
    queryOptions({
      queryKey: retentionKey,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/retention', { signal })),
    }),
  providers: () =>
    queryOptions({
      queryKey: keys.providers,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/providers', { signal })),
    }),
  model: () =>
    queryOptions({
      queryKey: keys.model,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/model', { signal })),
    }),
  channels: () =>
    queryOptions({
      queryKey: keys.channels,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/channels', { signal })),
    }),
};
