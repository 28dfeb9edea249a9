import { margin, TimeAxis } from './Axes';
import classes from './Chart.module.css';
import { nearest, useCursor } from './cursor';
import { Frame } from './Frame';
import { momentText } from './moment';
import { Plot } from './Plot';
import { linear, timeTicks } from './scale';
import { t } from './words';

export type FreshnessMark = {
  at: number;
  /** Read something new, found it unchanged, or got nothing. */
  tone: 'good' | 'still' | 'bad';
  outcome: string;
};

type Props = {
  title: string;
  unit: string;
  rows: { id: string; label: string; marks: FreshnessMark[] }[];
  from: number;
  until: number;
};

const rowHeight = 40;

/** When somebody looked at each page and what came of it: a tall bar, a short one, or a cross. */
export function FreshnessStrip({ title, unit, rows, from, until }: Props) {
  const all = rows
    .flatMap((row, line) => row.marks.map((mark) => ({ ...mark, line, label: row.label })))
    .sort((a, b) => a.at - b.at);
  const cursor = useCursor(all.length);
  const span = until - from;
  const told = (place: number) => {
    const mark = all[place];
    return mark ? `${mark.label}, ${t('fresh.at', { time: momentText(mark.at, span), outcome: mark.outcome })}` : '';
  };
  const place = cursor.place;
  return (
    <Frame
      title={title}
      unit={unit}
      table={{
        columns: [t('chart.when'), t('fresh.page'), t('fresh.outcome')],
        rows: [...all].reverse().map(({ at, label, outcome }) => [momentText(at, span), label, outcome]),
      }}
      legend={(['good', 'still', 'bad'] as const).map((tone) => ({
        label: t(`fresh.${tone}`),
        sample: (
          <svg width="14" height="18" aria-hidden="true" className={classes[tone]}>
            <Mark tone={tone} x={7} y={9} />
          </svg>
        ),
      }))}
      below={<p className={classes.reading}>{place !== null && told(place)}</p>}
    >
      {(width, svg) => {
        const height = rows.length * rowHeight + margin.bottom;
        const x = linear([from, until], [8, width - 8]);
        const markNear = (point: { x: number; y: number }) => {
          const line = Math.floor(point.y / rowHeight);
          const near = nearest(
            all.map((mark) => (mark.line === line ? x(mark.at) : Number.POSITIVE_INFINITY)),
            point.x,
          );
          return near !== null && all[near]?.line === line ? near : null;
        };
        return (
          <Plot
            title={title}
            unit={unit}
            svg={svg}
            width={width}
            height={height}
            count={all.length}
            place={place}
            told={told(place ?? 0)}
            onKeyDown={cursor.onKeyDown}
            onPoint={(point) => cursor.setPlace(point && markNear(point))}
          >
            <TimeAxis ticks={timeTicks(from, until, width / 110)} x={x} width={width} height={height} />
            {rows.map((row, line) => (
              <g key={row.id}>
                <line
                  className={classes.grid}
                  x1={0}
                  x2={width}
                  y1={(line + 1) * rowHeight - 2}
                  y2={(line + 1) * rowHeight - 2}
                />
                <text x={0} y={line * rowHeight + 13}>
                  {row.label}
                </text>
                {row.marks.map((mark) => (
                  <g key={mark.at} className={classes[mark.tone]}>
                    <Mark tone={mark.tone} x={x(mark.at)} y={line * rowHeight + 27} />
                  </g>
                ))}
              </g>
            ))}
            {place !== null && all[place] && (
              <rect
                className={classes.ring}
                x={x(all[place].at) - 6}
                y={all[place].line * rowHeight + 17}
                width={12}
                height={20}
                rx={3}
              />
            )}
          </Plot>
        );
      }}
    </Frame>
  );
}

function Mark({ tone, x, y }: { tone: FreshnessMark['tone']; x: number; y: number }) {
  if (tone === 'bad') {
    return (
      <path className={classes.line} d={`M${x - 4},${y - 4}L${x + 4},${y + 4}M${x + 4},${y - 4}L${x - 4},${y + 4}`} />
    );
  }
  const tall = tone === 'good' ? 8 : 3;
  return <rect className={classes.solid} x={x - 1.5} y={y - tall} width={3} height={2 * tall} rx={1} />;
}
