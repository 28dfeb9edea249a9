import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { margin, TimeAxis, ValueAxis } from './Axes';
import classes from './Chart.module.css';
import { nearest, useCursor } from './cursor';
import { Frame } from './Frame';
import { ink, LineSample } from './Ink';
import { momentText } from './moment';
import { Plot } from './Plot';
import { apart, linear, timeTicks, valueTicks } from './scale';
import { linePath, momentsOf, type Series, valueAt } from './series';
import { t } from './words';

export type ChartEvent = { at: number; label: string; signalId?: string | undefined };

type Props = {
  title: string;
  unit: string;
  series: Series[];
  format: (value: number) => string;
  /** A value holds until the next one, and the last one until `until`. */
  step?: boolean;
  until?: number;
  events?: ChartEvent[];
  height?: number;
  empty?: ReactNode;
};

const HOUR = 3_600_000;
/** Of the circle that an event's number stands in, with the line around it. */
const markRadius = 9;
const markGap = 2 * markRadius + 2;

/** Values over time as lines; with `step`, what held when. Events stand above it, numbered, and are told below. */
export function TimeSeries({ step = false, height = 240, events = [], until, empty, ...props }: Props) {
  const { title, unit, series, format } = props;
  const moments = momentsOf(
    series,
    events.map(({ at }) => at),
  );
  const cursor = useCursor(moments.length);
  const last = Math.max(until ?? 0, moments.at(-1) ?? 0);
  const from = Math.min(moments[0] ?? 0, last - HOUR);
  const at = cursor.place === null ? undefined : moments[cursor.place];
  const text = (value: number | null) => (value === null ? t('chart.noData') : format(value));
  const told = (moment: number) =>
    [
      `${momentText(moment, last - from)}: ${series.map((each) => `${each.label} ${text(valueAt(each, moment, step))}`).join(', ')}`,
      ...events.flatMap((event, index) =>
        event.at === moment ? [t('chart.event', { number: index + 1, label: event.label })] : [],
      ),
    ].join('; ');
  const table = {
    columns: [t('chart.when'), ...series.map(({ label }) => label), ...(events.length ? [t('chart.events')] : [])],
    rows:
      series.length === 0
        ? []
        : moments.map((moment) => [
            momentText(moment, last - from),
            ...series.map((each) => {
              const value = valueAt(each, moment, step);
              return value === null ? null : format(value);
            }),
            ...(events.length
              ? [
                  events
                    .filter((event) => event.at === moment)
                    .map(({ label }) => label)
                    .join('; ') || null,
                ]
              : []),
          ]),
  };
  return (
    <Frame
      title={title}
      unit={unit}
      table={table}
      empty={empty}
      legend={series.map((each, index) => ({
        label: each.label,
        sample: <LineSample index={index} />,
        value: at === undefined ? undefined : text(valueAt(each, at, step)),
      }))}
      below={
        <>
          <p className={classes.reading}>{at !== undefined && momentText(at, last - from)}</p>
          {events.length > 0 && <Events events={events} span={last - from} />}
        </>
      }
    >
      {(width, svg) => {
        const x = linear([from, last], [margin.left, width - margin.right]);
        const most = Math.max(0, ...series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
        const ticks = valueTicks(most, 4);
        // Events of one day have their numbers beside each other, each with a line down to its moment.
        const marks = apart(
          events.map((event) => x(event.at)),
          markGap,
          width - markRadius - 1,
        );
        const y = linear([0, ticks.at(-1) ?? 1], [height - margin.bottom, margin.top + (events.length ? 20 : 0)]);
        return (
          <Plot
            title={title}
            unit={unit}
            svg={svg}
            width={width}
            height={height}
            count={moments.length}
            place={cursor.place}
            told={told(at ?? moments[0] ?? 0)}
            onKeyDown={cursor.onKeyDown}
            onPoint={(point) => cursor.setPlace(point && nearest(moments.map(x), point.x))}
          >
            <ValueAxis ticks={ticks} y={y} width={width} format={format} />
            <TimeAxis ticks={timeTicks(from, last, width / 110)} x={x} width={width} height={height} />
            {events.map((event, index) => {
              const place = marks[index] ?? 0;
              return (
                <g key={`${event.at} ${event.label}`} className={classes.mark} data-current={event.at === at}>
                  <path className={classes.event} d={`M${place},22L${x(event.at)},32V${height - margin.bottom}`} />
                  <circle cx={place} cy={12} r={markRadius} />
                  <text x={place} y={12} dy="0.34em" textAnchor="middle">
                    {index + 1}
                  </text>
                </g>
              );
            })}
            {series.map((each, index) => {
              const { dash, ...colour } = ink(index);
              return (
                <g key={each.id} {...colour}>
                  <path className={classes.line} strokeDasharray={dash} d={linePath(each, x, y, step, last)} />
                  {each.points.map(
                    (point) =>
                      point.value !== null &&
                      !point.isCarried && (
                        <circle key={point.at} className={classes.dot} cx={x(point.at)} cy={y(point.value)} r={3.5} />
                      ),
                  )}
                </g>
              );
            })}
            {at !== undefined && (
              <line className={classes.cursor} x1={x(at)} x2={x(at)} y1={margin.top} y2={height - margin.bottom} />
            )}
          </Plot>
        );
      }}
    </Frame>
  );
}

function Events({ events, span }: { events: ChartEvent[]; span: number }) {
  return (
    <ol className={classes.events} aria-label={t('chart.events')}>
      {events.map(({ at, label, signalId }, index) => (
        <li key={`${at} ${label}`}>
          <span className={classes.number}>{index + 1}</span>
          <span>
            {signalId ? (
              <Link to="/signals/$id" params={{ id: signalId }}>
                {label}
              </Link>
            ) : (
              label
            )}
            <span className={classes.unit}> {momentText(at, span)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
