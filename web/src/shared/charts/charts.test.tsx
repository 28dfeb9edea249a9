import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { violations } from '../../test/axe';
import { Bars } from './Bars';
import { CalendarHeatmap } from './CalendarHeatmap';
import { nearest, nextPlace } from './cursor';
import { FreshnessStrip } from './FreshnessStrip';
import { Sparkline } from './Sparkline';
import { StackedArea } from './StackedArea';
import { TimeSeries } from './TimeSeries';

const day = 86_400_000;
const start = new Date('2026-11-01T12:00').getTime();
const prices = [
  {
    id: 'pro',
    label: 'Pro',
    points: [
      { at: start, value: 49 },
      { at: start + 10 * day, value: 59 },
    ],
  },
  { id: 'solo', label: 'Solo', points: [{ at: start + 5 * day, value: 9 }] },
];

function show(chart: ReactNode) {
  return render(<MantineProvider env="test">{chart}</MantineProvider>);
}

const dollars = (value: number) => `$${value}`;
const history = (
  <TimeSeries
    title="Price history"
    unit="USD per month"
    step
    until={start + 40 * day}
    series={prices}
    format={dollars}
    events={[{ at: start + 10 * day, label: 'Pro rises' }]}
  />
);

test('the arrow keys, Home and End read the values, Escape puts the cursor away', async () => {
  show(history);
  const cursor = screen.getByRole('slider', { name: /^Price history, USD per month/ });

  cursor.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(cursor).toHaveAttribute('aria-valuetext', expect.stringContaining('Pro $49, Solo no data'));
  await userEvent.keyboard('{ArrowRight}');
  expect(cursor).toHaveAttribute('aria-valuetext', expect.stringContaining('Pro $49, Solo $9'));
  await userEvent.keyboard('{End}');
  expect(cursor).toHaveAttribute('aria-valuetext', expect.stringMatching(/Pro \$59, Solo \$9; event 1: Pro rises$/));
  await userEvent.keyboard('{Home}');
  expect(cursor).toHaveAttribute('aria-valuenow', '0');
});

test('t shows the same as a table, and t again the drawing', async () => {
  const { container } = show(history);

  screen.getByRole('slider').focus();
  await userEvent.keyboard('t');
  expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
    'When',
    'Pro',
    'Solo',
    'What happened',
  ]);
  expect(
    screen.getAllByRole('row').map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map((cell) => cell.textContent),
    ),
  ).toEqual([[], ['$49', '\u2013', '\u2013'], ['$49', '$9', '\u2013'], ['$59', '$9', 'Pro rises']]);
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Show as a table: Price history' }));
  expect(screen.getByRole('slider')).toBeVisible();
});

test('events of one moment stand beside each other, each with a line to that moment', () => {
  const { container } = show(
    <TimeSeries
      title="Price history"
      unit="USD per month"
      step
      until={start + 40 * day}
      series={prices}
      format={dollars}
      events={['Pro rises', 'Solo appears'].map((label) => ({ at: start + 10 * day, label }))}
    />,
  );

  const [first, second] = [...container.querySelectorAll('g:has(> circle + text)')].map((mark) => ({
    place: Number(mark.querySelector('circle')?.getAttribute('cx')),
    foot: mark.querySelector('path')?.getAttribute('d')?.split('L')[1],
  }));
  expect((second?.place ?? 0) - (first?.place ?? 0)).toBeGreaterThanOrEqual(20);
  expect(second?.foot).toBe(first?.foot);
});

test('the data can be taken as a file', async () => {
  const saved: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => saved.push(blob) && 'blob:',
      revokeObjectURL: () => undefined,
    }),
  );
  show(history);

  await userEvent.click(screen.getByRole('button', { name: 'Save the data: Price history' }));

  expect((await saved[0]?.text())?.split('\r\n')[0]).toBe('When,Pro,Solo,What happened');
});

test('every chart passes the rules and says that it is empty', async () => {
  const { container } = show(
    <>
      {history}
      <Bars
        title="Signals"
        unit="signals"
        buckets={['2 Nov', '9 Nov']}
        parts={[{ label: 'Pricing', values: [0, 2] }]}
      />
      <StackedArea
        title="Roles"
        unit="open roles"
        moments={[start, start + day]}
        parts={[{ label: 'Sales', values: [1, 3] }]}
        until={start + 9 * day}
      />
      <CalendarHeatmap title="Days" unit="signals" moments={[start]} now={start} weeks={4} />
      <FreshnessStrip
        title="Visits"
        unit="outcome"
        rows={[{ id: 'a', label: '/pricing', marks: [{ at: start, tone: 'bad', outcome: 'Blocked' }] }]}
        from={start - day}
        until={start + day}
      />
      <Sparkline title="Price" unit="oldest first" values={[49, 59]} format={dollars} />
      <StackedArea title="None" unit="open roles" moments={[]} parts={[]} until={start} empty="No role." />
    </>,
  );

  expect(screen.getByText('No role.')).toBeVisible();
  expect(screen.getByRole('img', { name: 'Price: $49, $59 (oldest first)' })).toBeVisible();
  expect(screen.getAllByRole('slider')).toHaveLength(5);
  expect(await violations(container)).toEqual([]);
});

test('a day is chosen with Enter; one without anything takes the choice back', async () => {
  const chosen = vi.fn();
  show(<CalendarHeatmap title="Days" unit="signals" moments={[start]} now={start} weeks={4} onDay={chosen} />);

  screen.getByRole('slider').focus();
  await userEvent.keyboard('{End}{Enter}');
  expect(chosen).toHaveBeenLastCalledWith('2026-11-01');
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(chosen).toHaveBeenLastCalledWith(null);
});

test('the first arrow to the left begins at the end, and no key leads out', () => {
  expect(nextPlace('ArrowLeft', null, 5)).toBe(4);
  expect(nextPlace('ArrowRight', 4, 5)).toBe(4);
  expect(nextPlace('PageUp', 3, 5)).toBe(0);
  expect(nextPlace('ArrowRight', null, 0)).toBeNull();
  expect(nearest([0, 10, 20], 14)).toBe(1);
});
