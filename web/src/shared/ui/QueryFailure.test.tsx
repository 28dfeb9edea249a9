import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { QueryFailure } from './QueryFailure';

const show = (queries: Parameters<typeof QueryFailure>[0]['queries']) =>
  render(
    <MantineProvider env="test">
      <QueryFailure queries={queries} />
    </MantineProvider>,
  );
const query = (more: object) => ({ data: undefined, error: null, isFetching: false, refetch: vi.fn(), ...more });

test('what failed is fetched again, and only that', async () => {
  const [there, one, other] = [query({ data: [] }), query({ error: new Error() }), query({ error: new Error() })];
  show([there, one, other]);

  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

  expect(one.refetch).toHaveBeenCalledOnce();
  expect(other.refetch).toHaveBeenCalledOnce();
  expect(there.refetch).not.toHaveBeenCalled();
});

test('nothing is said while it is fetched, or when older data is there', async () => {
  show([query({ error: new Error(), isFetching: true }), query({ error: new Error(), data: [] })]);

  expect(screen.queryByRole('alert')).toBeNull();
});
