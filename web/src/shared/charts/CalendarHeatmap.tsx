import type { RefObject } from 'react';
import classes from './Chart.module.css';
import { countByDay, dayKey, daysUntil, levelOf, nextDay } from './calendar';
import { useCursor } from './cursor';
import { Frame } from './Frame';
import { Plot } from './Plot';
import { t } from './words';

type Props = {
  title: string;
  unit: string;
  /** Milliseconds since 1970, in any order. */
  moments: number[];
  now: number;
  weeks: number;
  /** Somebody chose a day: where it begins, or null for none. */
  onDay?: ((day: string | null) => void) | undefined;
};

const size = 24;
const left = 36;
const top = 18;
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const monthName = new Intl.DateTimeFormat(undefined, { month: 'short' });
const dayText = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });

/** How busy each day was: a week per column, the number in the cell; as many weeks as there is room for. */
export function CalendarHeatmap(props: Props) {
  const { title, unit, moments, now, weeks } = props;
  const counts = countByDay(moments);
  return (
    <Frame
      title={title}
      unit={unit}
      table={{
        columns: [t('chart.when'), unit],
        rows: daysUntil(now, weeks).map((at) => [dayText.format(at), counts.get(dayKey(at)) ?? 0]),
      }}
    >
      {(width, svg) => {
        const room = Math.max(4, Math.floor((width - left) / size));
        return <Days {...props} counts={counts} days={daysUntil(now, Math.min(room, weeks))} svg={svg} />;
      }}
    </Frame>
  );
}

type DaysProps = Props & { counts: Map<string, number>; days: number[]; svg: RefObject<SVGSVGElement | null> };

function Days({ title, unit, now, onDay, counts, days, svg }: DaysProps) {
  const cursor = useCursor(days.length, nextDay);
  const most = Math.max(0, ...counts.values());
  const place = cursor.place ?? days.length - 1;
  const told = (at: number) => t('chart.calendarUnit', { count: counts.get(dayKey(at)) ?? 0, day: dayText.format(at) });
  const dayAt = (point: { x: number; y: number }) => {
    const [column, row] = [Math.floor((point.x - left) / size), Math.floor((point.y - top) / size)];
    const index = column * 7 + row;
    return column >= 0 && row >= 0 && row < 7 && index < days.length ? index : null;
  };
  const choose = (index: number) => {
    const day = dayKey(days[index] ?? now);
    onDay?.(counts.has(day) ? day : null);
  };
  return (
    <>
      <Plot
        title={title}
        unit={unit}
        svg={svg}
        width={left + Math.ceil(days.length / 7) * size}
        height={top + 7 * size}
        count={days.length}
        place={place}
        told={told(days[place] ?? now)}
        onKeyDown={cursor.onKeyDown}
        onPick={() => cursor.place !== null && choose(cursor.place)}
        onPoint={(point) => cursor.setPlace(point && dayAt(point))}
      >
        {[0, 2, 4].map((row) => (
          <text key={row} x={0} y={top + row * size + size / 2} dy="0.34em">
            {weekday.format(days[row] ?? now)}
          </text>
        ))}
        {days.map((at, index) => {
          const count = counts.get(dayKey(at)) ?? 0;
          const level = levelOf(count, most);
          const x = left + Math.floor(index / 7) * size;
          const y = top + (index % 7) * size;
          const date = new Date(at).getDate();
          // The first week tells its month as well, unless the next one does and there is no room for both.
          const isMonthTold = date <= 7 || (index === 0 && new Date(days[7] ?? at).getDate() > 7);
          return (
            <g key={at}>
              {index % 7 === 0 && isMonthTold && (
                <text x={x} y={11}>
                  {monthName.format(at)}
                </text>
              )}
              <rect className={classes.cell} data-level={level} x={x} y={y} width={size - 2} height={size - 2} rx={3} />
              {count > 0 && (
                <text
                  className={classes.onCell}
                  data-level={level}
                  x={x + size / 2 - 1}
                  y={y + size / 2 - 1}
                  dy="0.34em"
                  textAnchor="middle"
                >
                  {count > 99 ? '99+' : count}
                </text>
              )}
            </g>
          );
        })}
        {cursor.place !== null && (
          <rect
            className={classes.ring}
            x={left + Math.floor(place / 7) * size}
            y={top + (place % 7) * size}
            width={size - 2}
            height={size - 2}
            rx={3}
          />
        )}
      </Plot>
      <p className={classes.reading}>{cursor.place !== null && told(days[place] ?? now)}</p>
    </>
  );
}
