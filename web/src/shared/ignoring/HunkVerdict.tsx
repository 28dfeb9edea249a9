import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DiffHunk, HunkRef, IgnoreRule } from '../api/types';
import { t } from '../i18n/translate';
import classes from './Ignoring.module.css';
import { NotRelevant } from './NotRelevant';

type Props = {
  sourceId: string;
  hunk: DiffHunk;
  blocks: HunkRef;
  onApplied: (rule: IgnoreRule) => void;
  onShowAgain: (ruleId: string) => void;
};

/** The one button of a hunk: to be rid of its like, or to see it again. */
export function HunkVerdict({ sourceId, hunk, blocks, onApplied, onShowAgain }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { ruleId } = hunk;
  if (hunk.ignoredBy && !ruleId) return null;
  return (
    <div className={classes.hunkAction}>
      {ruleId ? (
        <Button variant="subtle" onClick={() => onShowAgain(ruleId)}>
          {t('ignoring.showAgain')}
        </Button>
      ) : (
        <Button
          variant="subtle"
          aria-label={t('ignoring.notRelevantOf', { path: hunk.path.join(' \u203a ') || t('diff.top') })}
          onClick={() => setOpen(true)}
        >
          {t('ignoring.notRelevant')}
        </Button>
      )}
      {isOpen && (
        <NotRelevant
          sourceId={sourceId}
          hunk={blocks}
          onClose={() => setOpen(false)}
          onApplied={(rule) => {
            setOpen(false);
            onApplied(rule);
          }}
        />
      )}
    </div>
  );
}
