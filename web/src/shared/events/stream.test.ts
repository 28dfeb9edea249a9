import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeEventSource } from '../../test/fake-event-source';
import { staleKeys } from './invalidation';
import { openLiveStream } from './stream';

const listener = { onEvent: vi.fn(), onState: vi.fn(), onGap: vi.fn(), onResync: vi.fn() };
let close: () => void = () => undefined;

function hide(hidden: boolean) {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  listener.onEvent.mockClear();
  listener.onState.mockClear();
  listener.onGap.mockClear();
  listener.onResync.mockClear();
});

afterEach(() => {
  close();
  vi.useRealTimers();
});

test('events reach the listener, nonsense does not', () => {
  close = openLiveStream('/events', listener);
  FakeEventSource.latest.open();

  FakeEventSource.latest.say('signal.created', 's1');
  FakeEventSource.latest.dispatchEvent(new MessageEvent('signal.created', { data: 'no json' }));

  expect(listener.onState).toHaveBeenLastCalledWith('live');
  expect(listener.onEvent.mock.calls).toEqual([[{ type: 'signal.created', subjectId: 's1' }]]);
});

test('a resync asks for everything anew', () => {
  close = openLiveStream('/events', listener);
  FakeEventSource.latest.open();
  FakeEventSource.latest.dispatchEvent(new MessageEvent('resync', { data: '{"type":"resync"}' }));

  expect(listener.onResync).toHaveBeenCalledTimes(1);
  expect(listener.onEvent).not.toHaveBeenCalled();
});

test('a tab that stays hidden gives its connection back, and asks again when it returns', () => {
  close = openLiveStream('/events', listener);
  FakeEventSource.latest.open();

  hide(true);
  vi.advanceTimersByTime(30_000);
  expect(FakeEventSource.latest.readyState).toBe(FakeEventSource.CLOSED);
  expect(listener.onState).toHaveBeenLastCalledWith('paused');

  hide(false);
  FakeEventSource.latest.open();
  expect(FakeEventSource.opened).toHaveLength(2);
  expect(listener.onGap).toHaveBeenCalledTimes(1);
});

test('a refused stream is tried again with growing waits', () => {
  close = openLiveStream('/events', listener);
  FakeEventSource.latest.fail();
  vi.advanceTimersByTime(2000);
  FakeEventSource.latest.fail();
  vi.advanceTimersByTime(2000);
  expect(FakeEventSource.opened).toHaveLength(2);

  vi.advanceTimersByTime(2000);
  expect(FakeEventSource.opened).toHaveLength(3);
});

test('a new signal makes counts stale but never the rows on screen', () => {
  const stale = staleKeys({ type: 'signal.created', subjectId: 's1' }).map((key) => key.join('/'));

  expect(stale).toContain('signals/counts');
  expect(stale).not.toContain('signals/list');
});
