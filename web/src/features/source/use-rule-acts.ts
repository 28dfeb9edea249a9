import { useState } from 'react';
import type { IgnoreRule } from '../../shared/api/types';
import {
  type Mode,
  useAddRule,
  useEditRule,
  useRemoveRule,
  useRestoreRule,
  useRuleMode,
  useTagMode,
} from '../../shared/ignoring/queries';
import { type Level, type Place, ruleAt } from './rules';
import { t } from './words';

type Pattern = Pick<IgnoreRule, 'kind' | 'pattern'>;
type Act = { said: string; undo: () => Promise<unknown> };

/** Everything that can be done to the rules of a page, each with its way back. */
export function useRuleActs(sourceId: string) {
  const [last, setLast] = useState<Act | null>(null);
  const [undone, setUndone] = useState(false);
  const add = useAddRule();
  const edit = useEditRule();
  const remove = useRemoveRule();
  const restore = useRestoreRule();
  const sourceMode = useRuleMode(sourceId);
  const tagMode = useTagMode();
  const did = (said: string, undo: Act['undo']) => {
    setUndone(false);
    setLast({ said, undo });
  };
  const setMode = (place: Place, mode: Mode) =>
    place.level === 'TAG' ? tagMode.mutateAsync({ tag: place.tag, mode }) : sourceMode.mutateAsync(mode);
  return {
    last,
    undone,
    error: remove.error ?? restore.error ?? sourceMode.error ?? tagMode.error,
    isPending: [add, edit, remove, restore, sourceMode, tagMode].some((act) => act.isPending),
    add: async (place: Place, pattern: Pattern) => {
      const rule = await add.mutateAsync(ruleAt(place, sourceId, pattern));
      did(t('rules.added', { pattern: rule.pattern }), () => remove.mutateAsync(rule.id));
    },
    edit: async (rule: IgnoreRule, pattern: Pattern) => {
      await edit.mutateAsync({ id: rule.id, ...pattern });
      did(t('rules.edited', { pattern: pattern.pattern }), () =>
        edit.mutateAsync({ id: rule.id, kind: rule.kind, pattern: rule.pattern }),
      );
    },
    remove: (rule: IgnoreRule) =>
      remove.mutate(rule.id, {
        onSuccess: () => did(t('rules.removed', { pattern: rule.pattern }), () => restore.mutateAsync(rule.id)),
      }),
    setMode: ({ place, mode }: Level, wanted: Mode) => {
      if (mode === null || mode === wanted) return;
      setMode(place, wanted).then(
        () => did(t('rules.modeSet'), () => setMode(place, mode)),
        () => undefined,
      );
    },
    undo: () => {
      last?.undo().then(
        () => {
          setLast(null);
          setUndone(true);
        },
        () => undefined,
      );
    },
  };
}

export type RuleActs = ReturnType<typeof useRuleActs>;
