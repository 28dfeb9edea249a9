import type { LiveEvent } from '../api/types';
import { liveEventTypes } from './invalidation';

export type StreamState = 'connecting' | 'live' | 'reconnecting' | 'paused';

type StreamListener = {
  onEvent: (event: LiveEvent) => void;
  onState: (state: StreamState) => void;
  /** Events may have been missed: whatever is on screen should be asked for again. */
  onGap: () => void;
  /** The gateway says that everything read so far may be out of date. */
  onResync: () => void;
};

const hiddenFor = 30_000;
const longestWait = 30_000;

/**
 * One stream per visible tab. It is closed when the tab has been hidden for 30 s (browsers allow six connections per
 * host over HTTP/1.1), reopened when the tab returns, and retried with growing waits when the gateway refuses it.
 */
export function openLiveStream(url: string, listener: StreamListener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let opened = false;

  const disconnect = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  const connect = () => {
    disconnect();
    listener.onState(opened ? 'reconnecting' : 'connecting');
    const current = new EventSource(url);
    source = current;
    current.onopen = () => {
      if (opened) listener.onGap();
      opened = true;
      failures = 0;
      listener.onState('live');
    };
    current.onerror = () => {
      listener.onState('reconnecting');
      if (current.readyState !== EventSource.CLOSED) return;
      failures += 1;
      timer = setTimeout(connect, Math.min(1000 * 2 ** failures, longestWait));
    };
    current.addEventListener('resync', () => listener.onResync());
    for (const type of liveEventTypes) {
      current.addEventListener(type, (message: MessageEvent<string>) => {
        const event = readEvent(message.data);
        if (event) listener.onEvent(event);
      });
    }
  };

  const onVisibility = () => {
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(() => {
        disconnect();
        listener.onState('paused');
      }, hiddenFor);
    } else if (!source || source.readyState === EventSource.CLOSED) {
      connect();
    }
  };

  document.addEventListener('visibilitychange', onVisibility);
  connect();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    disconnect();
  };
}

function readEvent(data: string): LiveEvent | undefined {
  try {
    const event = JSON.parse(data) as LiveEvent;
    return liveEventTypes.includes(event.type) ? event : undefined;
  } catch {
    return undefined;
  }
}
