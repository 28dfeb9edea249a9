import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type JobFilter, type JobPage, operationKeys, operationQueries } from './queries';
import { useQueueEvents } from './use-queue-events';

type Pages = InfiniteData<JobPage, string | undefined>;

const coalesceFor = 1500;

/**
 * The jobs on screen. They follow the queue while only the first page is shown and nobody paused it; after that what
 * ended is counted and waits for a click, so that no row moves under a reader far down the list.
 */
export function useJobs(queue: string, filter: JobFilter, live: boolean) {
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(operationQueries.jobs(queue, filter));
  const [ended, setEnded] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follows = live && (list.data?.pages.length ?? 0) <= 1;
  const key = JSON.stringify([queue, filter]);

  const refresh = useCallback(() => {
    setEnded(0);
    const queryKey = operationKeys.jobList(queue, JSON.parse(key)[1] as JobFilter);
    queryClient.setQueryData<Pages>(
      queryKey,
      (known) => known && { pages: known.pages.slice(0, 1), pageParams: known.pageParams.slice(0, 1) },
    );
    void queryClient.invalidateQueries({ queryKey });
  }, [queryClient, queue, key]);

  useQueueEvents(queue, true, () => {
    if (!follows) {
      setEnded((count) => count + 1);
      return;
    }
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, coalesceFor);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with nothing missed
  useEffect(() => {
    setEnded(0);
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [key]);

  return { list, jobs: list.data?.pages.flatMap((page) => page.items) ?? [], ended: follows ? 0 : ended, refresh };
}
