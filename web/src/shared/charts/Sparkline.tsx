import classes from './Chart.module.css';
import { linear } from './scale';

type Props = { title: string; unit: string; values: number[]; format?: (value: number) => string };

const width = 84;
const height = 20;

/** The course of a number within a row: a picture with its words, nothing to operate. */
export function Sparkline({ title, unit, values, format = String }: Props) {
  const last = values.at(-1);
  if (last === undefined) return null;
  const x = linear([0, Math.max(1, values.length - 1)], [3, width - 3]);
  const y = linear([Math.min(...values), Math.max(...values)], [height - 3, 3]);
  const steps = values.map((value, index) => (index === 0 ? `M${x(0)},${y(value)}` : `H${x(index)}V${y(value)}`));
  return (
    <svg
      className={classes.spark}
      width={width}
      height={height}
      role="img"
      aria-label={`${title}: ${values.map(format).join(', ')} (${unit})`}
    >
      <path className={classes.line} d={steps.join('')} />
      <circle className={classes.dot} cx={x(values.length - 1)} cy={y(last)} r={3} />
    </svg>
  );
}
