import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { quoteParam } from '../../shared/evidence/quote';
import classes from './Compare.module.css';
import type { Cell, Column, Row } from './comparison';
import { t } from './words';

type Props = { label: string; columns: Column[]; rows: Row[] };

const moves: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A real table whose cells can be walked with the arrow keys; Enter opens the words behind one. */
export function CompareTable({ label, columns, rows }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const navigate = useNavigate();
  const [place, setPlace] = useState<readonly [row: number, column: number]>([0, 0]);
  const row = Math.min(place[0], rows.length - 1);
  const column = Math.min(place[1], columns.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const evidence = rows[row]?.cells[column]?.evidence;
    if (event.key === 'Enter' && evidence) {
      event.preventDefault();
      void navigate({
        to: '/documents/$id',
        params: { id: evidence.documentId },
        search: { quote: quoteParam(evidence) },
      });
      return;
    }
    const to = target(event.key);
    if (!to) return;
    event.preventDefault();
    setPlace(to);
    table.current?.tBodies[0]?.rows[to[0]]?.querySelectorAll('td')[to[1]]?.focus();
  };

  function target(key: string): readonly [number, number] | undefined {
    if (key === 'Home') return [row, 0];
    if (key === 'End') return [row, columns.length - 1];
    const move = moves[key];
    return move && [clamp(row + move[0], rows.length), clamp(column + move[1], columns.length)];
  }

  return (
    <div className={classes.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid */}
      <table ref={table} role="grid" className={classes.table} aria-label={label} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }, rowIndex) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, columnIndex) => (
                <td
                  key={columns[columnIndex]?.id}
                  tabIndex={rowIndex === row && columnIndex === column ? 0 : -1}
                  onFocus={() => setPlace([rowIndex, columnIndex])}
                >
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellText({ cell: { text, note, evidence } }: { cell: Cell }) {
  if (text === null) return <span className={classes.unknown}>{t('compare.unknown')}</span>;
  return (
    <>
      <span className={classes.text}>{text}</span>
      {note && <span className={classes.note}>{note}</span>}
      {evidence && (
        <Link
          to="/documents/$id"
          params={{ id: evidence.documentId }}
          search={{ quote: quoteParam(evidence) }}
          className={classes.proof ?? ''}
          title={evidence.quote}
          tabIndex={-1}
        >
          {t('compare.evidence')}
        </Link>
      )}
    </>
  );
}

function clamp(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}
