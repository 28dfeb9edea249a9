import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { begun } from './begun';

const request = (path: string, method = 'GET') => new Request(new URL(path, 'http://ciq.example'), { method });
const answers = (status: number) => Promise.resolve(new Response(`${status}`, { status }));

beforeEach(() => {
  vi.spyOn(performance, 'now').mockReturnValue(1000);
});

afterEach(() => {
  globalThis.ciqAhead = undefined;
  vi.restoreAllMocks();
});

test('an answer that was asked for ahead is given once', async () => {
  globalThis.ciqAhead = { '/api/v1/signals?limit=50': answers(200) };

  expect(begun(request('/api/v1/signals?limit=100'))).toBeUndefined();
  expect(await (await begun(request('/api/v1/signals?limit=50')))?.text()).toBe('200');
  expect(begun(request('/api/v1/signals?limit=50'))).toBeUndefined();
});

test.each([
  ['a refusal', () => answers(401)],
  ['a connection that broke', () => Promise.reject(new TypeError('Failed to fetch'))],
])('%s is asked for again', async (_, answer) => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('anew'));
  globalThis.ciqAhead = { '/api/v1/session': answer() };

  expect(await (await begun(request('/api/v1/session')))?.text()).toBe('anew');
  expect(fetch).toHaveBeenCalledOnce();
});

test('what changes something, and time, make the answers old', () => {
  globalThis.ciqAhead = { '/api/v1/session': answers(200) };
  expect(begun(request('/api/v1/session', 'DELETE'))).toBeUndefined();
  expect(begun(request('/api/v1/session'))).toBeUndefined();

  globalThis.ciqAhead = { '/api/v1/session': answers(200) };
  vi.spyOn(performance, 'now').mockReturnValue(11_000);
  expect(begun(request('/api/v1/session'))).toBeUndefined();
});
