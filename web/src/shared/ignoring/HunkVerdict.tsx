import { Button } from '@mantine/core';
import { problemOf } from '../api/problem';
import type { DiffHunk, HunkRef } from '../api/types';
import classes from './Ignoring.module.css';
import { useMarkNews } from './queries';
import { t } from './words';

type Props = {
  sourceId: string;
  hunk: DiffHunk;
  blocks: HunkRef;
  onNotRelevant: () => void;
  onShowAgain: (ruleId: string) => void;
};

/** What can be said of a hunk: that it is news, that its like is none from now on, or to see it again. */
export function HunkVerdict({ sourceId, hunk, blocks, onNotRelevant, onShowAgain }: Props) {
  const { ruleId } = hunk;
  const path = hunk.path.join(' \u203a ') || t('diff.top');
  if (hunk.ignoredBy && !ruleId) return null;
  return (
    <div className={classes.hunkAction}>
      {ruleId ? (
        <Button variant="subtle" onClick={() => onShowAgain(ruleId)}>
          {t('ignoring.showAgain')}
        </Button>
      ) : (
        <>
          <News sourceId={sourceId} blocks={blocks} path={path} />
          <Button variant="subtle" aria-label={t('ignoring.notRelevantOf', { path })} onClick={onNotRelevant}>
            {t('ignoring.notRelevant')}
          </Button>
        </>
      )}
    </div>
  );
}

/** A mark for back-tests: rules that hide what somebody called news are not precise. */
function News({ sourceId, blocks, path }: { sourceId: string; blocks: HunkRef; path: string }) {
  const mark = useMarkNews(sourceId);
  return (
    <>
      <span role="status" className={classes.said}>
        {mark.error ? problemOf(mark.error).message : mark.isSuccess && t('ignoring.markedNews')}
      </span>
      {!mark.isSuccess && (
        <Button
          variant="subtle"
          color="gray"
          loading={mark.isPending}
          aria-label={t('ignoring.newsOf', { path })}
          onClick={() => mark.mutate(blocks)}
        >
          {t('ignoring.news')}
        </Button>
      )}
    </>
  );
}
