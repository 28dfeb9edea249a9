import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { keys } from '../api/keys';
import type { DiffHunk, DiffSide, HunkRef, NewIgnoreRule } from '../api/types';

type Pattern = Pick<NewIgnoreRule, 'kind' | 'pattern'>;

/** Names a hunk by the blocks that changed. */
export function hunkRef(ends: { from: DiffSide; to: DiffSide }, hunk: DiffHunk): HunkRef {
  const blocks = (kind: string) => hunk.lines.filter((line) => line.kind === kind).map((line) => line.blockId);
  return {
    fromDocumentId: ends.from.documentId,
    toDocumentId: ends.to.documentId,
    beforeBlockIds: blocks('del'),
    afterBlockIds: blocks('add'),
  };
}

export const ruleQueries = {
  effective: (id: string) =>
    queryOptions({
      queryKey: keys.effectiveRules(id),
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/v1/sources/{id}/ignore-rules/effective', { params: { path: { id } }, signal })),
    }),
  suggestions: (id: string, hunk: HunkRef) =>
    queryOptions({
      queryKey: keys.ruleSuggestions(id, hunk),
      queryFn: ({ signal }) =>
        unwrap(api.POST('/api/v1/sources/{id}/verdicts/suggestions', { params: { path: { id } }, body: hunk, signal })),
    }),
  preview: (id: string, rule: Pattern) =>
    queryOptions({
      queryKey: keys.rulePreview(id, rule),
      queryFn: ({ signal }) =>
        unwrap(api.POST('/api/v1/sources/{id}/verdicts/preview', { params: { path: { id } }, body: rule, signal })),
    }),
  backtest: (id: string, versions: number) =>
    queryOptions({
      queryKey: keys.ruleBacktest(id, versions),
      queryFn: ({ signal }) =>
        unwrap(
          api.GET('/api/v1/sources/{id}/verdicts/backtest', {
            params: { path: { id }, query: { versions } },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
    }),
};

/** What rules hide is told by the server, so all that shows it is read anew. */
function useStale() {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.changes }),
      queryClient.invalidateQueries({ queryKey: keys.sourceDiffs }),
      queryClient.invalidateQueries({ queryKey: keys.effectiveRuleLists }),
      // An open dialog keeps what it shows; the next one asks again.
      queryClient.invalidateQueries({ queryKey: keys.ignoreRules, refetchType: 'none' }),
    ]);
  };
}

export function useNotRelevant(id: string) {
  const stale = useStale();
  return useMutation({
    mutationFn: ({ hunk, rule }: { hunk: HunkRef; rule: Pattern }) =>
      unwrap(
        api.POST('/api/v1/sources/{id}/verdicts/not-relevant', {
          params: { path: { id } },
          body: { hunk, rule: { kind: rule.kind, pattern: rule.pattern, level: 'SOURCE', sourceId: id } },
        }),
      ),
    onSuccess: stale,
  });
}

export function useAddRule() {
  const stale = useStale();
  return useMutation({
    mutationFn: (body: NewIgnoreRule) => unwrap(api.POST('/api/v1/ignore-rules', { body })),
    onSuccess: stale,
  });
}

/** Gives a rule another pattern; its level stays. */
export function useEditRule() {
  const stale = useStale();
  return useMutation({
    mutationFn: ({ id, ...body }: Pattern & { id: string }) =>
      unwrap(api.PUT('/api/v1/ignore-rules/{id}', { params: { path: { id } }, body })),
    onSuccess: stale,
  });
}

/** Brings a removed rule back. */
export function useRestoreRule() {
  const stale = useStale();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/ignore-rules/{id}/restore', { params: { path: { id } } })),
    onSuccess: stale,
  });
}

export type Mode = 'APPEND' | 'REPLACE';

/** Whether the rules of a tag stand beside those of the workspace or instead of them. */
export function useTagMode() {
  const stale = useStale();
  return useMutation({
    mutationFn: ({ tag, mode }: { tag: string; mode: Mode }) =>
      unwrap(api.PUT('/api/v1/ignore-rules/tags/{tag}/mode', { params: { path: { tag } }, body: { mode } })),
    onSuccess: stale,
  });
}

/** Keeps for back-tests that a hunk is news to the member. */
export function useMarkNews(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (hunk: HunkRef) =>
      unwrap(
        api.PUT('/api/v1/sources/{id}/verdicts/mark', {
          params: { path: { id } },
          body: { hunk, relevant: true },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.ignoreRules, refetchType: 'none' }),
  });
}

export function useRemoveRule() {
  const stale = useStale();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/ignore-rules/{id}', { params: { path: { id } } })),
    onSuccess: stale,
  });
}

export function useRuleMode(id: string) {
  const stale = useStale();
  return useMutation({
    mutationFn: (mode: Mode) =>
      unwrap(api.PUT('/api/v1/sources/{id}/ignore-rules/mode', { params: { path: { id } }, body: { mode } })),
    onSuccess: stale,
  });
}
