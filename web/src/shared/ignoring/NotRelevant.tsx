import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HunkRef, IgnoreRule, IgnoreRuleSuggestion } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import { QueryBoundary } from '../ui/QueryBoundary';
import classes from './Ignoring.module.css';
import { Preview } from './Preview';
import { ruleQueries, useNotRelevant } from './queries';
import { t } from './words';

type Props = { sourceId: string; hunk: HunkRef; onApplied: (rule: IgnoreRule) => void; onClose: () => void };

/** From one hunk to a rule: what would cover it, and what else that would have hidden, before it holds. */
export function NotRelevant({ sourceId, hunk, onApplied, onClose }: Props) {
  const query = useQuery(ruleQueries.suggestions(sourceId, hunk));
  return (
    <Dialog title={t('ignoring.title')} onClose={onClose}>
      <QueryBoundary query={query}>
        {(suggestions) =>
          suggestions.length === 0 ? (
            <p>{t('ignoring.none')}</p>
          ) : (
            <Choice {...{ sourceId, hunk, suggestions, onApplied, onClose }} />
          )
        }
      </QueryBoundary>
    </Dialog>
  );
}

function Choice({ suggestions, ...props }: Props & { suggestions: IgnoreRuleSuggestion[] }) {
  const [chosen, choose] = useState(0);
  const rule = suggestions[chosen];
  const apply = useNotRelevant(props.sourceId);
  if (!rule) return null;
  return (
    <div className={classes.form}>
      <fieldset className={classes.choices}>
        <legend>{t('ignoring.choose')}</legend>
        {suggestions.map((suggestion, index) => (
          <label key={suggestion.kind} className={classes.choice}>
            <input type="radio" name="suggestion" checked={index === chosen} onChange={() => choose(index)} />
            <span>
              {t(`ignoring.kind.${suggestion.kind}`)}: <code>{suggestion.pattern}</code>
            </span>
            <small>
              {suggestion.why} {t('ignoring.covers', { count: suggestion.blocks })}
            </small>
          </label>
        ))}
      </fieldset>
      <Preview sourceId={props.sourceId} kind={rule.kind} pattern={rule.pattern} />
      {apply.error && <ProblemNotice error={apply.error} />}
      <div className={classes.actions}>
        <Button
          loading={apply.isPending}
          onClick={() => apply.mutate({ hunk: props.hunk, rule }, { onSuccess: props.onApplied })}
        >
          {t('ignoring.apply')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
