import { type ReactNode, useId } from 'react';
import { margin, TimeAxis, ValueAxis } from './Axes';
import classes from './Chart.module.css';
import { nearest, useCursor } from './cursor';
import { Frame } from './Frame';
import { Hatches, HatchSample } from './Ink';
import { momentText } from './moment';
import { Plot } from './Plot';
import { linear, timeTicks, valueTicks } from './scale';
import { atMostSeven, bandPath } from './series';
import { t } from './words';

type Props = {
  title: string;
  unit: string;
  /** Milliseconds since 1970, in order; each part has one value for each. */
  moments: number[];
  parts: { label: string; values: number[] }[];
  /** The last values hold until then. */
  until: number;
  height?: number;
  empty?: ReactNode;
};

const HOUR = 3_600_000;

/** How many of each there were over time, on each other; a count holds until it changes. */
export function StackedArea({ title, unit, moments, parts: all, until, height = 220, empty }: Props) {
  const id = useId();
  const parts = atMostSeven(all, t('chart.other'));
  const cursor = useCursor(moments.length);
  const last = Math.max(until, moments.at(-1) ?? 0);
  const from = Math.min(moments[0] ?? 0, last - HOUR);
  const place = cursor.place;
  const told = (index: number) =>
    `${momentText(moments[index] ?? from, last - from)}: ${parts.map(({ label, values }) => `${label} ${values[index] ?? 0}`).join(', ')}`;
  const layers: { low: number[]; high: number[] }[] = [];
  for (const { values } of parts) {
    const low = layers.at(-1)?.high ?? moments.map(() => 0);
    layers.push({ low, high: low.map((value, index) => value + (values[index] ?? 0)) });
  }
  const totals = layers.at(-1)?.high ?? [];
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
            : moments.map((at, index) => [
                momentText(at, last - from),
                ...parts.map(({ values }) => values[index] ?? 0),
                totals[index] ?? 0,
              ]),
      }}
      legend={parts.map(({ label, values }, index) => ({
        label,
        sample: <HatchSample id={id} index={index} />,
        value: String(values[place ?? moments.length - 1] ?? 0),
      }))}
      below={<p className={classes.reading}>{place !== null && momentText(moments[place] ?? from, last - from)}</p>}
    >
      {(width, svg) => {
        const x = linear([from, last], [margin.left, width - margin.right]);
        const ticks = valueTicks(Math.max(0, ...totals), 4, 1);
        const y = linear([0, ticks.at(-1) ?? 1], [height - margin.bottom, margin.top]);
        const at = place === null ? undefined : moments[place];
        return (
          <Plot
            title={title}
            unit={unit}
            svg={svg}
            width={width}
            height={height}
            count={moments.length}
            place={place}
            told={told(place ?? 0)}
            onKeyDown={cursor.onKeyDown}
            onPoint={(point) => cursor.setPlace(point && nearest(moments.map(x), point.x))}
          >
            <Hatches id={id} count={parts.length} />
            <ValueAxis ticks={ticks} y={y} width={width} format={String} />
            <TimeAxis ticks={timeTicks(from, last, width / 110)} x={x} width={width} height={height} />
            {layers.map(({ low, high }, index) => (
              <path
                key={parts[index]?.label}
                className={classes.edge}
                d={bandPath(moments, low, high, x, y, last)}
                fill={`url(#${id}-${index})`}
              />
            ))}
            {at !== undefined && (
              <line className={classes.cursor} x1={x(at)} x2={x(at)} y1={margin.top} y2={height - margin.bottom} />
            )}
          </Plot>
        );
      }}
    </Frame>
  );
}
