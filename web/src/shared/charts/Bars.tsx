import { type ReactNode, useId } from 'react';
import { margin, ValueAxis } from './Axes';
import classes from './Chart.module.css';
import { nearest, useCursor } from './cursor';
import { Frame } from './Frame';
import { Hatches, HatchSample } from './Ink';
import { Plot } from './Plot';
import { linear, valueTicks } from './scale';
import { atMostSeven } from './series';
import { t } from './words';

type Props = {
  title: string;
  unit: string;
  /** What the bars stand for, such as weeks. */
  buckets: string[];
  /** One value per bucket. */
  parts: { label: string; values: number[] }[];
  height?: number;
  empty?: ReactNode;
};

/** Counts per bucket, the kinds on each other. */
export function Bars({ title, unit, buckets, parts: all, height = 200, empty }: Props) {
  const id = useId();
  const parts = atMostSeven(
    all.filter(({ values }) => values.some((value) => value > 0)),
    t('chart.other'),
  );
  const cursor = useCursor(buckets.length);
  const total = (bucket: number) => parts.reduce((sum, { values }) => sum + (values[bucket] ?? 0), 0);
  const told = (bucket: number) =>
    `${buckets[bucket]}: ${
      parts
        .filter(({ values }) => (values[bucket] ?? 0) > 0)
        .map(({ label, values }) => `${label} ${values[bucket]}`)
        .join(', ') || t('chart.nothing')
    }`;
  const place = cursor.place;
  return (
    <Frame
      title={title}
      unit={unit}
      empty={empty}
      table={{
        columns: [t('chart.when'), ...parts.map(({ label }) => label), t('chart.total')],
        rows:
          parts.length === 0
            ? []
            : buckets.map((bucket, index) => [bucket, ...parts.map(({ values }) => values[index] ?? 0), total(index)]),
      }}
      legend={parts.map(({ label, values }, index) => ({
        label,
        sample: <HatchSample id={id} index={index} />,
        value: place === null ? undefined : String(values[place] ?? 0),
      }))}
      below={<p className={classes.reading}>{place !== null && told(place)}</p>}
    >
      {(width, svg) => {
        const ticks = valueTicks(Math.max(...buckets.map((_, index) => total(index))), 3, 1);
        const y = linear([0, ticks.at(-1) ?? 1], [height - margin.bottom, margin.top]);
        const slot = (width - margin.left - margin.right) / buckets.length;
        const middle = (index: number) => margin.left + slot * (index + 0.5);
        const bar = Math.min(36, slot * 0.72);
        const every = Math.ceil(64 / slot);
        return (
          <Plot
            title={title}
            unit={unit}
            svg={svg}
            width={width}
            height={height}
            count={buckets.length}
            place={place}
            told={told(place ?? 0)}
            onKeyDown={cursor.onKeyDown}
            onPoint={(point) =>
              cursor.setPlace(
                point &&
                  nearest(
                    buckets.map((_, index) => middle(index)),
                    point.x,
                  ),
              )
            }
          >
            <Hatches id={id} count={parts.length} />
            <ValueAxis ticks={ticks} y={y} width={width} format={String} />
            {buckets.map((bucket, index) => {
              let below = 0;
              return (
                <g key={bucket}>
                  {parts.map(({ label, values }, part) => {
                    const value = values[index] ?? 0;
                    if (value === 0) return null;
                    const bottom = below;
                    below += value;
                    return (
                      <rect
                        key={label}
                        className={classes.edge}
                        x={middle(index) - bar / 2}
                        width={bar}
                        y={y(below)}
                        height={Math.max(1, y(bottom) - y(below))}
                        fill={`url(#${id}-${part})`}
                      />
                    );
                  })}
                  {(buckets.length - 1 - index) % every === 0 && (
                    <text x={middle(index)} y={height - 6} textAnchor="middle">
                      {bucket}
                    </text>
                  )}
                </g>
              );
            })}
            {place !== null && (
              <rect
                className={classes.ring}
                x={middle(place) - bar / 2 - 2}
                width={bar + 4}
                y={y(total(place)) - 2}
                height={y(0) - y(total(place)) + 4}
              />
            )}
          </Plot>
        );
      }}
    </Frame>
  );
}
