import { afterEach, expect, test, vi } from 'vitest';
import { isMeasured } from './measured';
import { measure } from './rum';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

test('nobody is measured who asked not to be followed, and not every page view is', () => {
  const browser = (signals: object) => signals as Navigator;
  expect(isMeasured(browser({ doNotTrack: '1' }), 0)).toBe(false);
  expect(isMeasured(browser({ globalPrivacyControl: true }), 0)).toBe(false);
  expect(isMeasured(browser({ doNotTrack: null }), 0)).toBe(true);
  expect(isMeasured(browser({}), 0.9)).toBe(false);
});

test('what was measured is sent once when the page is hidden, with the template and no id', async () => {
  const sent: Blob[] = [];
  navigator.sendBeacon = (_, body) => sent.push(body as Blob) > 0;
  document.body.innerHTML = '<h1>Signal</h1>';
  measure('/signals/$id');
  await new Promise((done) => setTimeout(done));
  window.dispatchEvent(new Event('error'));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  window.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('visibilitychange'));

  expect(sent).toHaveLength(1);
  const beacon = JSON.parse((await sent[0]?.text()) ?? '');
  expect(beacon.page).toBe('/signals/$id');
  expect(beacon.measures.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['LOAD', 'ERRORS']));
});
