import { type ComponentType, createElement, lazy, Suspense } from 'react';
import { Skeleton } from '../ui/Skeleton';

/** A chart that comes when it is first shown, with its place kept until then. */
function drawn<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Chart = lazy(async () => ({ default: await load() }));
  return function Drawn(props: Props) {
    return <Suspense fallback={<Skeleton rows={5} />}>{createElement(Chart as ComponentType<Props>, props)}</Suspense>;
  };
}

export const TimeSeries = drawn(async () => (await import('./TimeSeries')).TimeSeries);
export const Bars = drawn(async () => (await import('./Bars')).Bars);
export const StackedArea = drawn(async () => (await import('./StackedArea')).StackedArea);
export const CalendarHeatmap = drawn(async () => (await import('./CalendarHeatmap')).CalendarHeatmap);
export const FreshnessStrip = drawn(async () => (await import('./FreshnessStrip')).FreshnessStrip);
export const Sparkline = drawn(async () => (await import('./Sparkline')).Sparkline);
