import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { LiveEvent } from '../api/types';
import { staleKeys } from './invalidation';
import { openLiveStream, type StreamState } from './stream';

type Subscriber = (event: LiveEvent) => void;

const StateContext = createContext<StreamState>('connecting');
const SubscribersContext = createContext<Set<Subscriber>>(new Set());

const coalesceFor = 500;

/** Keeps one stream open for everything below it and makes the query cache stale as events arrive. */
export function LiveEvents({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');
  const [subscribers] = useState(() => new Set<Subscriber>());

  useEffect(() => {
    const waiting = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const queryKey of waiting.values()) void queryClient.invalidateQueries({ queryKey });
      waiting.clear();
    };
    const close = openLiveStream('/api/v1/events', {
      onState: setState,
      onGap: () => void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[1] !== 'list' }),
      onResync: () => void queryClient.invalidateQueries(),
      onEvent: (event) => {
        for (const key of staleKeys(event)) waiting.set(JSON.stringify(key), key);
        timer ??= setTimeout(flush, coalesceFor);
        for (const subscriber of subscribers) subscriber(event);
      },
    });
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [queryClient, subscribers]);

  return (
    <StateContext value={state}>
      <SubscribersContext value={subscribers}>{children}</SubscribersContext>
    </StateContext>
  );
}

export function useStreamState(): StreamState {
  return useContext(StateContext);
}

export function useLiveEvent(subscriber: Subscriber): void {
  const subscribers = useContext(SubscribersContext);
  const latest = useRef(subscriber);
  useEffect(() => {
    latest.current = subscriber;
  });
  useEffect(() => {
    const relay: Subscriber = (event) => latest.current(event);
    subscribers.add(relay);
    return () => void subscribers.delete(relay);
  }, [subscribers]);
}
