import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import classes from './Chart.module.css';
import { t } from './words';

type Props = {
  title: string;
  unit: string;
  svg: RefObject<SVGSVGElement | null>;
  width: number;
  height: number;
  /** How many places the cursor can be at, which one it is at, and what is to be read there. */
  count: number;
  place: number | null;
  told: string;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Where the pointer is within the drawing; null when it has left. */
  onPoint: (point: { x: number; y: number } | null) => void;
  /** Somebody chose the place that the cursor is at. */
  onPick?: (() => void) | undefined;
  children: ReactNode;
};

/** The drawing itself: a slider to assistive technology, whose value is what the cursor is at. */
export function Plot({
  title,
  unit,
  svg,
  width,
  height,
  count,
  place,
  told,
  onKeyDown,
  onPoint,
  onPick,
  children,
}: Props) {
  return (
    <div
      className={classes.plot}
      style={{ width, height }}
      role="slider"
      tabIndex={0}
      aria-label={t('chart.cursor', { title, unit })}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, count - 1)}
      aria-valuenow={place ?? 0}
      aria-valuetext={told}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onPick?.();
        else onKeyDown(event);
      }}
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onPoint({ x: event.clientX - box.left, y: event.clientY - box.top });
      }}
      onPointerLeave={() => onPoint(null)}
    >
      <svg ref={svg} className={classes.drawing} width={width} height={height} aria-hidden="true">
        {children}
      </svg>
    </div>
  );
}
