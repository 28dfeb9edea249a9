import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { ids } from '../../test/fixtures';
import { job, operator, queue, worker } from '../../test/operation-fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

let stands = queue();

beforeEach(() => {
  stands = queue();
  server.use(
    http.get('/api/v1/session', ({ response }) => response(200).json(operator)),
    http.get('/api/v1/queues', ({ response }) => response(200).json({ items: [stands] })),
    http.get('/api/v1/workers', ({ response }) => response(200).json({ items: [worker()] })),
    http.get('/api/v1/provider-usage', ({ response }) =>
      response(200).json({
        items: [
          {
            id: ids.source,
            provider: 'searchapi',
            call: 'search',
            state: 'ANSWERED',
            credits: 1,
            reservedMicros: 0,
            costMicros: 1_500_000,
            durationMs: 90,
            startedAt: new Date().toISOString(),
          },
        ],
        months: [],
      }),
    ),
    http.get('/api/v1/ai/budgets', ({ response }) =>
      response(200).json({
        priced: true,
        accounts: [
          {
            account: 'WORKSPACE',
            dayMicros: 10_000_000,
            monthMicros: 100_000_000,
            day: { starts: '2026-11-20', spentMicros: 2_600_000, reservedMicros: 0 },
            month: { starts: '2026-11-01', spentMicros: 2_600_000, reservedMicros: 0 },
          },
        ],
      }),
    ),
  );
});

test('what waits, fails and costs is told at a glance, and a paused queue is resumed by undo', async () => {
  const acts: string[] = [];
  server.use(
    http.post('/api/v1/queues/{queue}/pause', ({ params, response }) => {
      acts.push(`pause ${params.queue}`);
      stands = queue({ paused: true });
      return response(200).json(stands);
    }),
    http.post('/api/v1/queues/{queue}/resume', ({ params, response }) => {
      acts.push(`resume ${params.queue}`);
      stands = queue();
      return response(200).json(stands);
    }),
  );
  const { container } = renderApp('/ops');

  const row = await screen.findByRole('row', { name: /crawl-jobs/ });
  expect(row).toHaveTextContent('3 min 4 s');
  expect(row).toHaveTextContent('97%');
  expect(row).toHaveTextContent('31 of 100 in 60 s');
  expect(await screen.findByText('$4.10')).toBeVisible();
  expect(screen.getByText(/of \$10.00 a day/)).toBeVisible();
  expect(await screen.findByText(/2 of 5 slots busy/)).toBeVisible();
  expect(await violations(container)).toEqual([]);

  await userEvent.click(within(row).getByRole('button', { name: 'Pause crawl-jobs' }));
  expect(await screen.findByText(/crawl-jobs is paused/)).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Resume crawl-jobs' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Pause crawl-jobs' })).toBeVisible();
  expect(acts).toEqual(['pause crawl-jobs', 'resume crawl-jobs']);
});

test('who is no queue admin is told whom to ask, and the gateway is not asked', async () => {
  let asked = 0;
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...operator, member: { ...operator.member, queueAdmin: false } }),
    ),
    http.get('/api/v1/queues', ({ response }) => {
      asked += 1;
      return response(200).json({ items: [] });
    }),
  );
  renderApp('/ops');

  expect(await screen.findByRole('heading', { name: 'Only queue admins operate the queues' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Operations' })).toBeNull();
  expect(asked).toBe(0);
});

test('dead letters are grouped by reason, and redriving says first what it would take', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/queues/{queue}/dead/redrive', async ({ request, response }) => {
      const body = await request.json();
      if (!body.dryRun) {
        sent.push(body);
        stands = queue({ depth: { ...stands.depth, dead: 0 } });
      }
      const matched = body.filter?.reason === 'exhausted' ? (body.filter.kind ? 1 : 3) : 0;
      return response(200).json({
        dryRun: body.dryRun ?? false,
        matched,
        done: body.dryRun ? 0 : matched,
        duplicates: 0,
        more: false,
        sample: matched > 0 ? [{ id: 4711, kind: 'crawl.visit', error: 'timed out' }] : [],
      });
    }),
  );
  const { container } = renderApp('/ops/dead');
  const user = userEvent.setup();

  const group = await screen.findByRole('region', { name: 'crawl-jobs' });
  expect(await within(group).findByText('3 jobs')).toBeVisible();
  await waitFor(() => expect(within(group).queryByText('Takes its process down')).toBeNull());
  await user.click(within(group).getByRole('button', { name: /^Redrive dead letters of crawl-jobs/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Redrive dead letters of crawl-jobs' });
  expect(await within(dialog).findByText('Dry run: 3 jobs match.')).toBeVisible();
  await user.type(within(dialog).getByLabelText('Kind'), 'crawl.visit');
  expect(await within(dialog).findByText('Dry run: 1 job matches.')).toBeVisible();
  expect(await violations(container)).toEqual([]);
  expect(sent).toEqual([]);

  await user.click(within(dialog).getByRole('button', { name: 'Redrive 1 job' }));
  expect(await screen.findByText('1 job has another life.')).toBeVisible();
  expect(sent).toEqual([{ filter: { reason: 'exhausted', kind: 'crawl.visit' }, dryRun: false }]);
  expect(await screen.findByRole('heading', { name: 'No dead letters.' })).toBeVisible();
});

test('dead letters are purged only by who says that it cannot be undone', async () => {
  let purged = 0;
  const answer = { matched: 3, done: 3, duplicates: 0, more: false, sample: [] };
  server.use(
    http.post('/api/v1/queues/{queue}/dead/redrive', ({ response }) => response(200).json({ dryRun: true, ...answer })),
    http.post('/api/v1/queues/{queue}/dead/purge', ({ response }) => {
      purged += 1;
      return response(200).json({ dryRun: false, ...answer });
    }),
  );
  renderApp('/ops/dead');

  await userEvent.click(await screen.findByRole('button', { name: /^Purge.*No attempt left/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Purge dead letters of crawl-jobs' });
  const purge = await within(dialog).findByRole('button', { name: 'Purge 3 jobs' });
  expect(purge).toBeDisabled();
  await userEvent.click(within(dialog).getByRole('checkbox'));
  await userEvent.click(purge);

  expect(await screen.findByText('3 jobs are removed.')).toBeVisible();
  expect(purged).toBe(1);
});

test('a job tells its stages, its attempts and why it died, and is retried by key', async () => {
  let stood = job();
  server.use(
    http.get('/api/v1/jobs/{id}', ({ response }) => response(200).json(stood)),
    http.post('/api/v1/jobs/{id}/retry', ({ response }) => {
      const { reason: _reason, error: _error, finishedAt: _finishedAt, startedAt: _startedAt, ...alive } = job();
      stood = { ...alive, state: 'queued', attempt: 0 };
      return response(200).json(stood);
    }),
  );
  const { container } = renderApp('/ops/jobs/4711');

  expect(await screen.findByText('3 of 3', { exact: false })).toBeVisible();
  expect(screen.getByRole('region', { name: 'Why it ended' })).toHaveTextContent('Every attempt failed');
  expect(screen.getByText(/TimeoutException/)).toBeVisible();
  expect(screen.getByText(/took 30 s/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy trace id' })).toBeVisible();
  expect(await violations(container)).toEqual([]);

  await userEvent.keyboard('r');
  expect(await screen.findByText('1 job has another life.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Why it ended' })).toBeNull());
});

test('service levels without enough data say so', async () => {
  const { container } = renderApp('/ops/sla');

  const jobs = await screen.findByRole('row', { name: /Jobs that do not die/ });
  await waitFor(() => expect(jobs).toHaveTextContent('97%Met'));
  expect(screen.getByRole('row', { name: /Visits that succeed/ })).toHaveTextContent('collecting');
  expect(await violations(container)).toEqual([]);
});
