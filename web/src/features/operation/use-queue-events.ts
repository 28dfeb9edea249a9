import { useEffect, useRef } from 'react';

const ends = ['completed', 'retried', 'snoozed', 'dead', 'cancelled', 'released', 'lost'] as const;

/** Hears the ends of a queue's jobs while the tab is visible; each is only a hint that rows may be out of date. */
export function useQueueEvents(queue: string, listening: boolean, onEnded: () => void): void {
  const latest = useRef(onEnded);
  useEffect(() => {
    latest.current = onEnded;
  });
  useEffect(() => {
    if (!listening) return;
    let source: EventSource | undefined;
    const follow = () => {
      source?.close();
      source = undefined;
      if (document.hidden) return;
      source = new EventSource(`/api/v1/queues/${encodeURIComponent(queue)}/events`);
      for (const type of ends) source.addEventListener(type, () => latest.current());
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [queue, listening]);
}
