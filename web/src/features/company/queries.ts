import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { CompanyProfile } from '../../shared/api/types';

export const companyQueries = {
  profile: () =>
    queryOptions({
      queryKey: keys.companyProfile,
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/company-profile', { signal })),
    }),
  competitors: () =>
    queryOptions({
      queryKey: keys.competitorList(''),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/competitors', { params: { query: { limit: 200 } }, signal })),
    }),
};

/** Saves the profile on the version that was read; the answer is the new one. */
export function useSaveProfile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ version, profile }: { version: number; profile: CompanyProfile }) =>
      unwrap(api.PUT('/api/v1/company-profile', { params: { header: { 'If-Match': `"${version}"` } }, body: profile })),
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.companyProfile, saved);
      return queryClient.invalidateQueries({ queryKey: keys.settingChanges });
    },
  });
}
