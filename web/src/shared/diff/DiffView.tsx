import { Fragment, type ReactNode } from 'react';
import type { DiffHunk } from '../api/types';
import { t } from '../i18n/translate';
import { useShortcuts } from '../shortcuts/shortcuts';
import classes from './DiffView.module.css';
import { foldedLines } from './folds';
import { moveToHunk } from './hunks';
import { type DiffRow, diffRows } from './words';

const signs = { add: '+', del: '\u2212', ctx: '' } as const;

/** Above this many lines, hunks out of sight are not laid out. */
const longDiff = 1000;
const headHeight = 30;
const lineHeight = 22;

/** What a reader can do about one hunk. */
type HunkAction = (hunk: DiffHunk) => ReactNode;

/** Both versions compared: a sign column and `<ins>`/`<del>` carry the meaning, the colour only helps. */
export function DiffView({ hunks, action }: { hunks: DiffHunk[]; action?: HunkAction | undefined }) {
  useShortcuts({ n: () => moveToHunk(1), p: () => moveToHunk(-1) }, { n: t('diff.next'), p: t('diff.previous') });
  return (
    <div className={classes.diff} data-long={hunks.reduce((sum, { lines }) => sum + lines.length, 0) > longDiff}>
      {hunks.map((hunk, index) => (
        <Fragment key={hunk.id}>
          <Folded lines={foldedLines(hunks[index - 1], hunk)} />
          <Hunk hunk={hunk} action={action} />
        </Fragment>
      ))}
    </div>
  );
}

/** What lies between two hunks and is the same in both versions. */
function Folded({ lines }: { lines: number }) {
  return lines > 0 ? <p className={classes.folded}>{t('diff.folded', { count: lines })}</p> : null;
}

function Hunk({ hunk, action }: { hunk: DiffHunk; action: HunkAction | undefined }) {
  const title = hunk.path.length > 0 ? hunk.path.join(' \u203a ') : t('diff.top');
  return (
    <section
      className={classes.hunk}
      style={{ containIntrinsicBlockSize: `auto ${headHeight + lineHeight * hunk.lines.length}px` }}
      data-ignored={Boolean(hunk.ignoredBy)}
      aria-label={title}
      tabIndex={-1}
      data-hunk
    >
      <div className={classes.bar}>
        <h3 className={classes.path}>
          <span>{title}</span>
          {hunk.ignoredBy && <span className={classes.ignored}>{t('diff.ignored', { rule: hunk.ignoredBy })}</span>}
        </h3>
        {action?.(hunk)}
      </div>
      <table className={classes.lines}>
        <caption className="sr-only">{t('diff.caption', { path: title })}</caption>
        <colgroup>
          <col className={classes.numberColumn} />
          <col className={classes.numberColumn} />
          <col className={classes.signColumn} />
          <col />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('diff.oldLine')}</th>
            <th scope="col">{t('diff.newLine')}</th>
            <th scope="col">{t('diff.sign')}</th>
            <th scope="col">{t('diff.text')}</th>
          </tr>
        </thead>
        <tbody>
          {diffRows(hunk.lines).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a hunk never move
            <Line key={index} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row: { line, segments } }: { row: DiffRow }) {
  const words = segments.map((segment, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a line never move
    segment.changed ? <mark key={index}>{segment.text}</mark> : segment.text,
  );
  return (
    <tr data-kind={line.kind}>
      <td className={classes.number}>{line.oldNo}</td>
      <td className={classes.number}>{line.newNo}</td>
      <td className={classes.sign}>{signs[line.kind]}</td>
      <td className={classes.text}>
        {line.kind === 'add' ? <ins>{words}</ins> : line.kind === 'del' ? <del>{words}</del> : words}
      </td>
    </tr>
  );
}
