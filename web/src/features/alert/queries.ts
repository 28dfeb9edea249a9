import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { AlertRuleRequest, ChannelRequest, DeliveryState, ViewQuery } from '../../shared/api/types';

const backTestDays = 30;

export const alertQueries = {
  rules: () =>
    queryOptions({
      queryKey: keys.alertRules,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/alert-rules', { signal })),
    }),
  rule: (id: string) =>
    queryOptions({
      queryKey: keys.alertRule(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/alert-rules/{id}', { params: { path: { id } }, signal })),
    }),
  backTest: (rule: AlertRuleRequest) =>
    queryOptions({
      queryKey: keys.backTest({ ...rule.condition, ...rule.telling }),
      queryFn: ({ signal }) =>
        unwrap(
          api.POST('/api/v1/alert-rules/test', {
            body: { condition: rule.condition, telling: rule.telling, days: backTestDays },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  channels: () =>
    queryOptions({
      queryKey: keys.channels,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/channels', { signal })),
    }),
  deliveries: (state: DeliveryState | undefined) =>
    queryOptions({
      queryKey: keys.deliveryList(state),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/deliveries', { params: { query: { limit: 50, ...(state && { state }) } }, signal })),
    }),
  delivery: (id: string) =>
    queryOptions({
      queryKey: keys.delivery(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/deliveries/{id}', { params: { path: { id } }, signal })),
    }),
  feeds: () =>
    queryOptions({
      queryKey: keys.viewFeeds,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/view-feeds', { signal })),
    }),
  outbox: () =>
    queryOptions({
      queryKey: keys.outbox,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/outbox', { params: { query: { limit: 50 } }, signal })),
    }),
  competitors: () =>
    queryOptions({
      queryKey: keys.competitorList(''),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200 } }, signal })),
    }),
};

export function useRuleChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.alertRules });
  return {
    save: useMutation({
      mutationFn: ({ id, version, rule }: { id?: string; version?: number; rule: AlertRuleRequest }) =>
        id === undefined
          ? unwrap(api.POST('/api/v1/alert-rules', { body: rule }))
          : unwrap(
              api.PUT('/api/v1/alert-rules/{id}', {
                params: { path: { id }, header: { 'If-Match': `"${version}"` } },
                body: rule,
              }),
            ),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/alert-rules/{id}', { params: { path: { id } } })),
      onSuccess,
    }),
  };
}

export function useChannelChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.channels });
  const params = (id: string) => ({ params: { path: { id } } });
  return {
    add: useMutation({
      mutationFn: (channel: ChannelRequest) => unwrap(api.POST('/api/v1/channels', { body: channel })),
      onSuccess,
    }),
    switchOn: useMutation({
      mutationFn: (id: string) =>
        unwrap(api.PATCH('/api/v1/channels/{id}', { ...params(id), body: { enabled: true } })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/channels/{id}', params(id))),
      onSuccess,
    }),
    test: useMutation({
      mutationFn: (id: string) => unwrap(api.POST('/api/v1/channels/{id}/test', params(id))),
      onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.deliveries }),
    }),
  };
}

export function useReplay() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/deliveries/{id}/replay', { params: { path: { id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.deliveries }),
  });
}

export function useFeedChanges() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.viewFeeds });
  return {
    add: useMutation({
      mutationFn: (feed: { name: string; query: ViewQuery }) => unwrap(api.POST('/api/v1/view-feeds', { body: feed })),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/view-feeds/{id}', { params: { path: { id } } })),
      onSuccess,
    }),
  };
}
