import type { ReactNode } from 'react';
import type { DiffHunk } from '../api/types';
import { t } from '../i18n/translate';
import classes from './DiffView.module.css';
import { type DiffRow, diffRow, type PairedLine } from './words';

const signs = { add: '+', del: '\u2212', ctx: '' } as const;
const headHeight = 30;
const lineHeight = 22;

/** What a reader can do about one hunk. */
export type HunkAction = (hunk: DiffHunk) => ReactNode;

type Props = {
  hunk: DiffHunk;
  number: number;
  /** Those to draw: all of the hunk, or a piece of them. */
  lines: PairedLine[];
  /** Whether what is drawn goes on with a hunk whose beginning stands above. */
  goesOn?: boolean;
  action: HunkAction | undefined;
};

/** Lines that changed together, with the headings they stand under. */
export function Hunk({ hunk, number, lines, goesOn = false, action }: Props) {
  const title = hunk.path.length > 0 ? hunk.path.join(' \u203a ') : t('diff.top');
  return (
    <section
      className={classes.hunk}
      style={{ containIntrinsicBlockSize: `auto ${headHeight + lineHeight * lines.length}px` }}
      data-ignored={Boolean(hunk.ignoredBy)}
      data-goes-on={goesOn}
      aria-label={title}
      tabIndex={-1}
      data-hunk={number}
    >
      {!goesOn && (
        <div className={classes.bar}>
          <h3 className={classes.path}>
            <span>{title}</span>
            {hunk.ignoredBy && <span className={classes.ignored}>{t('diff.ignored', { rule: hunk.ignoredBy })}</span>}
          </h3>
          {action?.(hunk)}
        </div>
      )}
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
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a hunk never move
            <Line key={index} row={diffRow(line)} />
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

/** What lies between two hunks and is the same in both versions. */
export function Folded({ lines }: { lines: number }) {
  return lines > 0 ? <p className={classes.folded}>{t('diff.folded', { count: lines })}</p> : null;
}
