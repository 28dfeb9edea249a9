import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DiffHunk } from '../api/types';
import { t } from '../i18n/translate';
import classes from './DiffView.module.css';
import { Folded, Hunk, type HunkAction } from './Hunk';
import { type Piece, piecesOf } from './pieces';
import { useHunkKeys } from './use-hunk-keys';

/** Pixels of a line and of a hunk's head until they were measured, and of what sticks to the top. */
const lineHeight = 22;
const headHeight = 36;
const headerHeight = 56;

type Props = { hunks: DiffHunk[]; lines: number; action: HunkAction | undefined };

/** A comparison of which only what is in sight is in the document, however many lines it has. */
export function LongDiff({ hunks, lines, action }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => piecesOf(hunks), [hunks]);
  const [top, setTop] = useState(0);
  const at = useRef(-1);
  const wanted = useRef<number | null>(null);
  const virtual = useWindowVirtualizer({
    count: pieces.length,
    estimateSize: (index) => height(pieces[index]),
    overscan: 2,
    scrollMargin: top,
    scrollPaddingStart: headerHeight,
  });
  const shown = virtual.getVirtualItems();
  const above = (shown[0]?.start ?? top) - top;
  const below = virtual.getTotalSize() - ((shown.at(-1)?.end ?? top) - top);

  useLayoutEffect(() => {
    if (!virtual.isScrolling && box.current)
      setTop(Math.round(box.current.getBoundingClientRect().top + window.scrollY));
  });

  const focusOn = (hunk: number) => {
    const section = box.current?.querySelector<HTMLElement>(`[data-hunk="${hunk}"][data-goes-on="false"]`);
    section?.focus({ preventScroll: true });
    return section != null;
  };
  useHunkKeys((by) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-hunk]')?.dataset.hunk;
    const from = focused === undefined ? at.current : Number(focused);
    const next = from < 0 ? (by > 0 ? 0 : hunks.length - 1) : from + by;
    if (next < 0 || next >= hunks.length) return;
    at.current = next;
    virtual.scrollToIndex(
      pieces.findIndex(({ number }) => number === next),
      { align: 'start' },
    );
    wanted.current = focusOn(next) ? null : next;
  });
  // A hunk that was out of sight is there only after the scrolling has rendered it.
  useEffect(() => {
    if (wanted.current !== null && focusOn(wanted.current)) wanted.current = null;
  });

  return (
    <>
      <p className={classes.note}>{t('diff.long', { count: lines })}</p>
      <div ref={box} className={classes.windowed} style={{ paddingBlockStart: above, paddingBlockEnd: below }}>
        {shown.map(({ index, key }) => {
          const piece = pieces[index];
          return (
            piece && (
              <div key={key} ref={virtual.measureElement} data-index={index}>
                <PieceOfHunk piece={piece} action={action} />
              </div>
            )
          );
        })}
      </div>
    </>
  );
}

const PieceOfHunk = memo(function PieceOfHunk({ piece, action }: { piece: Piece; action: HunkAction | undefined }) {
  const { hunk, number, lines, goesOn, folded } = piece;
  return (
    <>
      <Folded lines={folded} />
      <Hunk hunk={hunk} number={number} lines={lines} goesOn={goesOn} action={action} />
    </>
  );
});

function height(piece: Piece | undefined): number {
  return piece ? piece.lines.length * lineHeight + (piece.goesOn ? 0 : headHeight) : 0;
}
