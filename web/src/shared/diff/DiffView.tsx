import { Fragment, lazy, Suspense } from 'react';
import type { DiffHunk } from '../api/types';
import { Skeleton } from '../ui/Skeleton';
import classes from './DiffView.module.css';
import { foldedLines } from './folds';
import { Folded, Hunk, type HunkAction } from './Hunk';
import { moveToHunk } from './hunks';
import { useHunkKeys } from './use-hunk-keys';
import { pairedLines } from './words';

const LongDiff = lazy(() => import('./LongDiff').then(({ LongDiff }) => ({ default: LongDiff })));

/** Above so many lines, hunks out of sight are not laid out. */
const longDiff = 1000;
/** Above so many, lines out of sight are not in the document. */
const veryLongDiff = 2000;

type Props = { hunks: DiffHunk[]; action?: HunkAction | undefined };

/** Both versions compared: a sign column and `<ins>`/`<del>` carry the meaning, the colour only helps. */
export function DiffView({ hunks, action }: Props) {
  const lines = hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0);
  if (lines <= veryLongDiff) return <WholeDiff hunks={hunks} lines={lines} action={action} />;
  return (
    <Suspense fallback={<Skeleton />}>
      <LongDiff hunks={hunks} lines={lines} action={action} />
    </Suspense>
  );
}

function WholeDiff({ hunks, lines, action }: Props & { lines: number }) {
  useHunkKeys(moveToHunk);
  return (
    <div className={classes.diff} data-long={lines > longDiff}>
      {hunks.map((hunk, index) => (
        <Fragment key={hunk.id}>
          <Folded lines={foldedLines(hunks[index - 1], hunk)} />
          <Hunk hunk={hunk} number={index} lines={pairedLines(hunk.lines)} action={action} />
        </Fragment>
      ))}
    </div>
  );
}
