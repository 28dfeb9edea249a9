import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

test('a view is kept under a name, chosen again, removed and brought back', async () => {
  const { router } = renderApp('/?category=PRICING&severity=CRITICAL');
  const user = userEvent.setup();

  await user.click(await screen.findByRole('button', { name: 'Save view' }));
  const dialog = await screen.findByRole('dialog', { name: 'Save this view' });
  await user.type(within(dialog).getByLabelText('Name'), 'Prices that matter');
  await user.click(within(dialog).getByRole('button', { name: 'Save view' }));
  expect(await screen.findByRole('combobox', { name: 'Saved views' })).toHaveValue('Prices that matter');

  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('category'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Saved views' }), 'Prices that matter');
  await waitFor(() =>
    expect(router.state.location.search).toMatchObject({ category: 'PRICING', severity: 'CRITICAL' }),
  );

  await user.click(await screen.findByRole('button', { name: 'Remove view' }));
  expect(screen.queryByRole('combobox', { name: 'Saved views' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('combobox', { name: 'Saved views' })).toHaveValue('Prices that matter');
});

test('giving signals to somebody can be taken back', async () => {
  const sent: unknown[] = [];
  const token = '01930000-0000-7000-8000-0000000000c1';
  server.use(
    http.post('/api/v1/signals/assign', async ({ request, response }) => {
      const body = await request.json();
      sent.push(body.memberId);
      return response(200).json({ updated: body.ids, failed: [], undoToken: token });
    }),
    http.post('/api/v1/signals/undo', async ({ request, response }) => {
      sent.push((await request.json()).token);
      return response(200).json({ updated: [], failed: [] });
    }),
  );
  renderApp('/');
  const user = userEvent.setup();

  await user.click(await screen.findByRole('checkbox', { name: /^Select: Pro rises/ }));
  await screen.findByRole('option', { name: session.member.name });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Give to' }), session.member.name);
  expect(await screen.findByText(`1 signal is given to ${session.member.name}.`)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(sent).toEqual([session.member.id, token]));
});
