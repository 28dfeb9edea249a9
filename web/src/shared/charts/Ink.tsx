import classes from './Chart.module.css';

const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 3', '10 4', '4 2'];

/** Colour and dashes of a series: no two of the first 49 share both. */
export function ink(index: number) {
  return {
    'data-series': index % 7,
    style: { color: `var(--ciq-series-${(index % 7) + 1})` },
    dash: dashes[(index + Math.floor(index / 7)) % 7] ?? '',
  };
}

const strokes = [
  '',
  'M-2,2L2,-2M0,8L8,0M6,10L10,6',
  'M0,4H8',
  'M4,0V8',
  'M-2,6L2,10M0,0L8,8M6,-2L10,2',
  'M0,4H8M4,0V8',
  'M2,2H4M6,6H8',
];

/** Fills of parts that lie on each other, told apart by their hatching too. Put once into each drawing. */
export function Hatches({ id, count }: { id: string; count: number }) {
  return (
    <defs>
      {strokes.slice(0, count).map((stroke, index) => {
        const { dash: _, ...colour } = ink(index);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a hatching is its place
          <pattern key={index} id={`${id}-${index}`} width="8" height="8" patternUnits="userSpaceOnUse" {...colour}>
            <rect width="8" height="8" className={classes.solid} />
            {stroke && <path d={stroke} className={classes.hatch} />}
          </pattern>
        );
      })}
    </defs>
  );
}

export function HatchSample({ id, index }: { id: string; index: number }) {
  return (
    <svg width="20" height="12" aria-hidden="true">
      <rect width="20" height="12" fill={`url(#${id}-${index % 7})`} />
    </svg>
  );
}

export function LineSample({ index }: { index: number }) {
  const { dash, ...colour } = ink(index);
  return (
    <svg width="24" height="12" aria-hidden="true" {...colour}>
      <line className={classes.line} x1="0" x2="24" y1="6" y2="6" strokeDasharray={dash} />
    </svg>
  );
}
