import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Signal } from '../../shared/api/types';
import { type RowActs, SignalRow } from './SignalRow';
import classes from './SignalRows.module.css';

/** So many rows stay in the document whole, for the browser's own search; of more only those in sight do. */
const whole = 100;
/** Pixels of a row until it was measured, of what sticks to the top, and rows kept ready above and below. */
const rowHeight = 57;
const headerHeight = 56;
const overscan = 8;

export type SignalRowsHandle = { focus: (index: number) => void };

type Props = {
  ref: Ref<SignalRowsHandle>;
  rows: Signal[];
  mayEdit: boolean;
  selected: ReadonlySet<string>;
  /** Must stay the same, or every row is drawn again. */
  acts: RowActs;
};

export function SignalRows({ ref, rows, mayEdit, selected, acts }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  const [top, setTop] = useState(0);
  const windowed = rows.length > whole;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: windowed,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan,
    scrollMargin: top,
    scrollPaddingStart: headerHeight,
  });
  const inSight = virtual.getVirtualItems();
  const from = windowed ? (inSight[0]?.index ?? 0) : 0;
  const to = windowed ? (inSight.at(-1)?.index ?? -1) + 1 : rows.length;
  const above = (inSight[0]?.start ?? top) - top;
  const below = virtual.getTotalSize() - ((inSight.at(-1)?.end ?? top) - top);

  // What stands above the list comes and goes, but hardly while somebody scrolls, when to look costs a layout a frame.
  useLayoutEffect(() => {
    if (windowed && !virtual.isScrolling && list.current)
      setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
  });

  const focusIn = (index: number) => {
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
    return link != null;
  };
  useImperativeHandle(ref, () => ({
    focus: (index) => {
      const within = Math.max(0, Math.min(index, rows.length - 1));
      if (focusIn(within)) return;
      virtual.scrollToIndex(within);
      wanted.current = within;
    },
  }));
  // A row that was out of sight is there only after the scrolling has rendered it.
  useEffect(() => {
    if (wanted.current !== null && focusIn(wanted.current)) wanted.current = null;
  });

  return (
    <ol
      ref={list}
      className={classes.rows}
      style={windowed ? { paddingBlockStart: above, paddingBlockEnd: below } : undefined}
      data-windowed={windowed}
    >
      {rows.slice(from, to).map((signal, offset) => (
        <SignalRow
          key={signal.id}
          ref={windowed ? virtual.measureElement : undefined}
          signal={signal}
          index={from + offset}
          count={windowed ? rows.length : undefined}
          mayEdit={mayEdit}
          selected={selected.has(signal.id)}
          acts={acts}
        />
      ))}
    </ol>
  );
}
