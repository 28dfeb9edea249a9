import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { sourceDiff, version } from '../../test/source-fixtures';
import { stepsBetween, versionText } from './versions';

const address = `/sources/${ids.source}`;

test('since the member looked last: facts first, then the text, with what is ignored dimmed and what is the same folded', async () => {
  const { container } = renderApp(address);

  expect(await screen.findByRole('heading', { name: 'Since you last looked' })).toBeVisible();
  expect(screen.getByText(/5 versions later/)).toBeVisible();
  expect(await screen.findByRole('link', { name: 'BrightDesk' })).toBeVisible();
  const [facts, text] = [screen.getByRole('region', { name: 'Facts' }), screen.getByRole('region', { name: 'Text' })];
  expect(facts.compareDocumentPosition(text)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(facts).toHaveTextContent('$49/mo');
  expect(facts).toHaveTextContent('+20.4%');
  expect(within(text).getByText('2 places, 1 ignored')).toBeVisible();
  expect(within(text).getByRole('region', { name: 'Footer' })).toHaveAttribute('data-ignored', 'true');
  expect(text).toHaveTextContent('ignored: copyright year');
  expect(text).toHaveTextContent('66 unchanged lines');
  expect(await violations(container)).toEqual([]);
});

test('any two versions are chosen from the list, which says what each changed, and the address keeps them', async () => {
  const { router } = renderApp(address);

  const list = await screen.findByRole('region', { name: 'Versions' });
  expect(within(list).getAllByRole('row').slice(1)).toHaveLength(4);
  expect(list).toHaveTextContent('Pro, Footer \u00b7 1 fact, 2 texts');
  expect(list).toHaveTextContent('4 more without news');
  expect(list).toHaveTextContent('the first one kept');
  const [, , oldest] = within(list).getAllByRole('radio', { name: /^From/ });
  await userEvent.click(oldest as HTMLElement);

  await waitFor(() =>
    expect(router.state.location.search).toEqual({ from: version(1).documentId, to: version(3).documentId }),
  );
  expect(screen.getByRole('heading', { name: 'Two versions you chose' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show since I last looked' }));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

test('marking as seen moves the mark, and undo moves it back', async () => {
  const marked: string[] = [];
  server.use(
    http.put('/api/v1/sources/{id}/diff/last-seen', async ({ request, response }) => {
      const { documentId } = await request.json();
      marked.push(documentId);
      return response(200).json({ documentId, seenAt: '2026-11-20T08:00:00Z' });
    }),
  );
  renderApp(address);

  await userEvent.click(await screen.findByRole('button', { name: 'Mark as seen' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(marked).toEqual([version(3).documentId, version(2).documentId]));
});

test('with nothing new it says so and offers what the latest version changed', async () => {
  server.use(
    http.get('/api/v1/sources/{id}/diff', ({ response }) =>
      response(200).json(sourceDiff({ from: version(3), facts: [], hunks: [] })),
    ),
  );
  const { router } = renderApp(address);

  expect(await screen.findByText('Nothing is new since you looked.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'What the latest version changed' }));
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ from: version(2).documentId, to: version(3).documentId }),
  );
});

test('one version only says what brings a second', async () => {
  const only = version(1);
  server.use(
    http.get('/api/v1/sources/{id}/diff', ({ response }) =>
      response(200).json(sourceDiff({ from: only, to: only, versions: [only], lastSeen: null, facts: [], hunks: [] })),
    ),
  );
  renderApp(address);

  expect(await screen.findByText(/There is one version so far/)).toBeVisible();
});

test('a page that was never read says so', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/sources/:id/diff', () =>
      HttpResponse.json({ title: 'Not found', detail: 'No version of it was read yet.' }, { status: 404 }),
    ),
  );
  renderApp(address);

  expect(await screen.findByText('No version of it was read yet.')).toBeVisible();
});

test('keys step to older and newer versions and to the places of the text', async () => {
  const { router } = renderApp(address);
  await screen.findByRole('heading', { name: 'Since you last looked' });

  await userEvent.keyboard('n');
  expect(screen.getByRole('region', { name: 'Plans \u203a Pro' })).toHaveFocus();
  await userEvent.keyboard('n');
  expect(screen.getByRole('region', { name: 'Footer' })).toHaveFocus();
  await userEvent.keyboard('p');
  expect(screen.getByRole('region', { name: 'Plans \u203a Pro' })).toHaveFocus();
  screen.getAllByRole('radio')[0]?.focus();
  await userEvent.keyboard('{[}');
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ from: version(1).documentId, to: version(2).documentId }),
  );
});

test('a place is marked as news by an analyst; a viewer sees no such button', async () => {
  const marks: unknown[] = [];
  server.use(
    http.put('/api/v1/sources/{id}/verdicts/mark', async ({ request, response }) => {
      marks.push(await request.json());
      return response(204).empty();
    }),
  );
  const { unmount } = renderApp(address);
  await userEvent.click(await screen.findByRole('button', { name: 'Is news: Plans \u203a Pro' }));
  expect(await screen.findByText('Marked as news')).toBeVisible();
  expect(marks).toEqual([
    { hunk: expect.objectContaining({ beforeBlockIds: ['b2'], afterBlockIds: ['b3'] }), relevant: true },
  ]);
  unmount();

  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp(address);
  expect(await screen.findByRole('region', { name: 'Footer' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Is news/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Mark as seen' })).toBeVisible();
});

test('how far two versions are apart counts those left out of the list', () => {
  const diff = sourceDiff();
  expect(stepsBetween(diff)).toBe(5);
  expect(stepsBetween({ ...diff, from: diff.to, to: diff.from })).toBe(-5);
  expect(stepsBetween({ ...diff, from: version(9) })).toBeNull();
});

test('what a version changed is said in one line', () => {
  expect(versionText(version(2, { texts: 1, about: [] }), false)).toBe('1 text');
  expect(versionText(version(2), false)).toBe('no news');
});
