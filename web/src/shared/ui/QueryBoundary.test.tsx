import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import { QueryBoundary } from './QueryBoundary';

const query = { data: undefined, error: null, isFetching: false, refetch: vi.fn() };
const show = (state: Partial<Parameters<typeof QueryBoundary<string>>[0]['query']>) =>
  render(
    <MantineProvider env="test">
      <QueryBoundary<string> query={{ ...query, ...state }}>{(data) => <p>{data}</p>}</QueryBoundary>
    </MantineProvider>,
  );

test('the first load says that it loads, never that nothing is there', () => {
  show({ isFetching: true });

  expect(screen.getByRole('status')).toHaveTextContent('Loading');
});

test('a refetch keeps what was there', () => {
  show({ data: 'old rows', isFetching: true });

  expect(screen.getByText('old rows')).toBeVisible();
});

test('a failure names the trace and offers to try again', async () => {
  const refetch = vi.fn();
  show({ error: new Problem({ status: 503, title: 'Analysis is away', traceId: 'abc123' }), refetch });

  expect(screen.getByRole('alert')).toHaveTextContent('Analysis is away');
  expect(screen.getByText('abc123')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(refetch).toHaveBeenCalledTimes(1);
});

test('a failed refetch does not take away what was there', () => {
  show({ data: 'old rows', error: new Problem({ status: 503, title: 'away' }) });

  expect(screen.getByText('old rows')).toBeVisible();
});

test('what a role may not see is explained and not retried', () => {
  show({ error: new Problem({ status: 403, title: 'Forbidden' }) });

  expect(screen.getByRole('heading', { name: 'You may not see this' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
});
