import classes from './Chart.module.css';
import type { Scale, TimeTick } from './scale';

export const margin = { top: 12, right: 14, bottom: 24, left: 52 };

export function ValueAxis({ ticks, y, width, format }: AxisProps & { format: (value: number) => string }) {
  return ticks.map((value) => (
    <g key={value}>
      <line
        className={value === 0 ? classes.axis : classes.grid}
        x1={margin.left}
        x2={width - margin.right}
        y1={y(value)}
        y2={y(value)}
      />
      <text x={margin.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
        {format(value)}
      </text>
    </g>
  ));
}

type AxisProps = { ticks: number[]; y: Scale; width: number };

export function TimeAxis({ ticks, x, width, height }: { ticks: TimeTick[]; x: Scale; width: number; height: number }) {
  return ticks.map(({ at, label }) => {
    const place = x(at);
    const anchor = place < margin.left + 20 ? 'start' : place > width - margin.right - 24 ? 'end' : 'middle';
    return (
      <text key={at} x={place} y={height - 6} textAnchor={anchor}>
        {label}
      </text>
    );
  });
}
