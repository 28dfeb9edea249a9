import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import { useMayEdit } from '../../shared/api/session';
import type { EffectiveIgnoreRules, IgnoreRule } from '../../shared/api/types';
import { ruleQueries } from '../../shared/ignoring/queries';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Toast } from '../../shared/ui/Toast';
import { Backtest } from './Backtest';
import { RuleForm } from './RuleForm';
import { RuleLevel } from './RuleLevel';
import { levelsOf, placeKey } from './rules';
import classes from './SourceRules.module.css';
import { useRuleActs } from './use-rule-acts';
import { t } from './words';

/** The ignore rules that reach a page with where each comes from, to add, edit, try and take back. */
export function SourceRules({ id }: { id: string }) {
  const query = useQuery(ruleQueries.effective(id));
  return (
    <div className={classes.screen}>
      <QueryBoundary query={query}>{(effective) => <Rules sourceId={id} effective={effective} />}</QueryBoundary>
      <Backtest sourceId={id} />
    </div>
  );
}

/** `new`: a rule to be added; a rule: that one to be edited. */
type Open = 'new' | IgnoreRule | null;

function Rules({ sourceId, effective }: { sourceId: string; effective: EffectiveIgnoreRules }) {
  const mayEdit = useMayEdit();
  const [open, setOpen] = useState<Open>(null);
  const acts = useRuleActs(sourceId);
  const levels = levelsOf(effective);
  return (
    <Panel
      title={t('rules.effective')}
      note={t('rules.effectiveNote', { count: effective.rules.length })}
      actions={mayEdit && <Button onClick={() => setOpen('new')}>{t('rules.add')}</Button>}
      flush
    >
      <p className={classes.lead}>{t('rules.lead')}</p>
      {!mayEdit && <p className={classes.lead}>{t('rules.noPermission')}</p>}
      {levels.map((level) => (
        <RuleLevel key={placeKey(level.place)} level={level} acts={mayEdit ? acts : null} onEdit={setOpen} />
      ))}
      {open && (
        <RuleForm
          sourceId={sourceId}
          rule={open === 'new' ? null : open}
          places={levels.map((level) => level.place)}
          acts={acts}
          onClose={() => setOpen(null)}
        />
      )}
      <Toast tone={acts.error ? 'danger' : 'plain'}>
        {acts.error ? (
          t('ignoring.failed', { why: problemOf(acts.error).message })
        ) : acts.last ? (
          <>
            <span>{acts.last.said}</span>
            <Button variant="subtle" loading={acts.isPending} onClick={acts.undo}>
              {t('action.undo')}
            </Button>
          </>
        ) : (
          acts.undone && t('rules.undone')
        )}
      </Toast>
    </Panel>
  );
}
