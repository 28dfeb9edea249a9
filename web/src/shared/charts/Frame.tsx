import { useElementSize, useMergedRef } from '@mantine/hooks';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { csvOf, fileName, saveFile, type Table } from '../export/file';
import { PanelTitle } from '../ui/Panel';
import classes from './Chart.module.css';
import { pngOf, standAlone } from './picture';
import { t } from './words';

type LegendEntry = { label: string; sample: ReactNode; value?: string | undefined };

type Props = {
  title: string;
  /** What the numbers count, such as `USD per month`. */
  unit: string;
  table: Table;
  legend?: LegendEntry[];
  /** Why there is nothing to draw; shown instead of the drawing. */
  empty?: ReactNode;
  children: (width: number, svg: RefObject<SVGSVGElement | null>) => ReactNode;
  below?: ReactNode;
};

// Fits a phone, so that nothing is too wide before it is measured.
const unmeasured = 300;

/** What every chart has: a title with its unit, the same data as a table (`t`), a picture and a file of it. */
export function Frame({ title, unit, table, legend = [], empty, children, below }: Props) {
  const figure = useRef<HTMLElement>(null);
  const { ref, width } = useElementSize<HTMLElement>();
  const measured = useMergedRef(ref, figure);
  // Before the first paint, so that no drawing is seen at a width that it will not keep.
  const [first, setFirst] = useState(0);
  useLayoutEffect(() => setFirst(figure.current?.clientWidth ?? 0), []);
  const isTold = useContext(PanelTitle) === title;
  const svg = useRef<SVGSVGElement>(null);
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  const isEmpty = table.rows.length === 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey || isEmpty) return;
    event.preventDefault();
    event.stopPropagation();
    setAsTable(!asTable);
  };
  return (
    <figure className={classes.chart} ref={measured} aria-labelledby={heading} onKeyDown={onKeyDown}>
      <figcaption className={classes.caption}>
        <span id={heading} className={classes.title}>
          {isTold ? <span className="sr-only">{title}, </span> : `${title} `}
          <span className={classes.unit}>{isTold ? unit : `(${unit})`}</span>
        </span>
        {!isEmpty && (
          <span className={classes.tools}>
            <button
              type="button"
              aria-pressed={asTable}
              aria-label={t('chart.tableOf', { title })}
              onClick={() => setAsTable(!asTable)}
            >
              {t('chart.table')}
            </button>
            {!asTable && (
              <button type="button" aria-label={t('chart.pngOf', { title })} onClick={() => void savePicture()}>
                {t('chart.png')}
              </button>
            )}
            <button type="button" aria-label={t('chart.csvOf', { title })} onClick={saveData}>
              {t('chart.csv')}
            </button>
          </span>
        )}
      </figcaption>
      {isEmpty && <div className={classes.empty}>{empty ?? t('chart.empty')}</div>}
      {!isEmpty && asTable && <DataTable title={`${title} (${unit})`} table={table} />}
      {!isEmpty && !asTable && (
        <>
          {children(Math.max(width || first || unmeasured, 220), svg)}
          {legend.length > 0 && (
            <ul className={classes.legend} data-legend>
              {legend.map(({ label, sample, value }) => (
                <li key={label}>
                  {sample}
                  <span>{label}</span>
                  {value !== undefined && <b>{value}</b>}
                </li>
              ))}
            </ul>
          )}
          {below}
        </>
      )}
    </figure>
  );

  function saveData() {
    saveFile(fileName(title, 'csv'), new Blob([csvOf(table)], { type: 'text/csv' }));
  }

  async function savePicture() {
    const chart = svg.current;
    if (!chart) return;
    const items = [...(chart.closest('figure')?.querySelectorAll('[data-legend] li') ?? [])].map((item) => ({
      text: item.querySelector('span')?.textContent ?? '',
      sample: item.querySelector('svg'),
    }));
    saveFile(fileName(title, 'png'), await pngOf(standAlone(chart, `${title} (${unit})`, items)));
  }
}

function DataTable({ title, table: { columns, rows } }: { title: string; table: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={classes.scroll} aria-label={title} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a drawing have no identity but their place
            <tr key={row}>
              <th scope="row">{first}</th>
              {rest.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={column}>{cell ?? '\u2013'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
