import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Role } from '../../shared/api/types';

export const memberQueries = {
  members: () =>
    queryOptions({ queryKey: keys.members, queryFn: ({ signal }) => unwrap(api.GET('/api/v1/members', { signal })) }),
  invitations: () =>
    queryOptions({
      queryKey: keys.invitations,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/invitations', { signal })),
    }),
};

const at = (id: string) => ({ params: { path: { id } } });

export function useMemberChanges() {
  const queryClient = useQueryClient();
  const stale = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.members }),
      queryClient.invalidateQueries({ queryKey: keys.session }),
    ]);
  return {
    changeRole: useMutation({
      mutationFn: ({ id, role }: { id: string; name: string; role: Role }) =>
        unwrap(api.PATCH('/api/v1/members/{id}', { ...at(id), body: { role } })),
      onSettled: stale,
    }),
    remove: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/members/{id}', at(id))),
      onSuccess: stale,
    }),
    endSessions: useMutation({
      mutationFn: ({ id }: { id: string; name: string }) => unwrap(api.DELETE('/api/v1/members/{id}/sessions', at(id))),
      onSuccess: stale,
    }),
  };
}

export function useInvitations() {
  const queryClient = useQueryClient();
  const stale = () => queryClient.invalidateQueries({ queryKey: keys.invitations });
  return {
    invite: useMutation({
      mutationFn: (body: { email: string; role: Role }) => unwrap(api.POST('/api/v1/invitations', { body })),
      onSuccess: stale,
    }),
    resend: useMutation({
      mutationFn: (id: string) => unwrap(api.POST('/api/v1/invitations/{id}/resend', at(id))),
      onSuccess: stale,
    }),
    withdraw: useMutation({
      mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/invitations/{id}', at(id))),
      onSettled: stale,
    }),
  };
}
