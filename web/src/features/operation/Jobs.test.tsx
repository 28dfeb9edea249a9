import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { violations } from '../../test/axe';
import { FakeEventSource } from '../../test/fake-event-source';
import { job, operator, queue } from '../../test/operation-fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

let asked: URL[] = [];
let total = 3;

beforeEach(() => {
  asked = [];
  total = 3;
  // Nothing has a height in jsdom: the list sees ten rows of a screen.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function height(this: HTMLElement) {
    return this.hasAttribute('data-index') ? 48 : 480;
  });
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(480);
  server.use(
    http.get('/api/v1/session', ({ response }) => response(200).json(operator)),
    http.get('/api/v1/queues', ({ response }) =>
      response(200).json({ items: [queue(), queue({ queue: 'signal-jobs', depth: { ...queue().depth, dead: 0 } })] }),
    ),
    http.get('/api/v1/queues/{queue}/jobs', ({ request, response }) => {
      const url = new URL(request.url);
      asked.push(url);
      const items = Array.from({ length: total }, (_, index) => job({ id: 1 + index }));
      return response(200).json({ items, nextCursor: null });
    }),
  );
});

test('jobs are filtered in the address, chosen and retried by keyboard, each answered for itself', async () => {
  const retried: string[] = [];
  server.use(
    http.post('/api/v1/jobs/{id}/retry', ({ params, response }) => {
      retried.push(String(params.id));
      if (String(params.id) === '2') {
        return response.untyped(Response.json({ title: 'It lives already', status: 409 }, { status: 409 }));
      }
      return response(200).json(job());
    }),
  );
  const { container, router } = renderApp('/ops/jobs');
  await screen.findByRole('link', { name: 'crawl.visit 1' });
  expect(await violations(container)).toEqual([]);

  await userEvent.keyboard('f');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ queue: 'crawl-jobs', state: 'dead' }));
  await waitFor(() => expect(asked.at(-1)?.searchParams.get('state')).toBe('dead'));
  await userEvent.selectOptions(screen.getByLabelText('Reason'), 'exhausted');
  await waitFor(() => expect(asked.at(-1)?.searchParams.get('reason')).toBe('exhausted'));
  await screen.findByRole('link', { name: 'crawl.visit 1' });

  // In a list of choices a letter chooses.
  act(() => screen.getByLabelText('Reason').blur());
  await userEvent.keyboard('jxjx');
  expect(screen.getByRole('link', { name: 'crawl.visit 2' })).toHaveFocus();
  expect(await screen.findByText('2 jobs selected')).toBeVisible();
  await userEvent.keyboard('r');

  expect(await screen.findByText('1 job has another life.')).toBeVisible();
  expect(screen.getByText('1 was refused: It lives already')).toBeVisible();
  expect(retried.sort()).toEqual(['1', '2']);
});

test('a list that is paused counts what ended and stands still until somebody asks', async () => {
  renderApp('/ops/jobs');
  await screen.findByRole('link', { name: 'crawl.visit 1' });
  await waitFor(() => expect(FakeEventSource.opened.some(({ url }) => url.endsWith('/crawl-jobs/events'))).toBe(true));
  const stream = FakeEventSource.opened.findLast(({ url }) => url.endsWith('/crawl-jobs/events'));

  await userEvent.click(screen.getByRole('button', { name: 'Pause live updates' }));
  const before = asked.length;
  total = 2;
  act(() => void stream?.dispatchEvent(new MessageEvent('completed', { data: '{"type":"completed","jobId":3}' })));
  const waiting = await screen.findByRole('button', { name: '1 job ended meanwhile' });
  expect(asked.length).toBe(before);
  expect(screen.getByRole('link', { name: 'crawl.visit 3' })).toBeVisible();

  await userEvent.click(waiting);
  await waitFor(() => expect(screen.queryByRole('link', { name: 'crawl.visit 3' })).toBeNull());
});
