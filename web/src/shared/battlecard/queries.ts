import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { keys } from '../api/keys';
import type { NewBattlecardBlock } from '../api/types';

/** What every screen that knows of battlecards asks. */
export const cardQueries = {
  list: (competitorId?: string) =>
    queryOptions({
      queryKey: keys.battlecardList(competitorId),
      queryFn: ({ signal }) =>
        unwrap(
          api.GET('/api/v1/battlecards', {
            params: { query: competitorId === undefined ? {} : { competitorId } },
            signal,
          }),
        ),
    }),
  draft: (id: string) =>
    queryOptions({
      queryKey: keys.battlecardDraft(id),
      queryFn: ({ signal }) => unwrap(api.GET('/api/v1/battlecards/{id}/draft', { params: { path: { id } }, signal })),
    }),
};

/** Adds a prose block at the end of a section; the server looks its citations up. */
export function useAddBlock() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ cardId, block }: { cardId: string; block: NewBattlecardBlock }) =>
      unwrap(api.POST('/api/v1/battlecards/{id}/blocks', { params: { path: { id: cardId } }, body: block })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.battlecards }),
  });
}
