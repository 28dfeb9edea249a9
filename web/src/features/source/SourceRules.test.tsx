import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { EffectiveIgnoreRules, IgnoreRule, RuleRehearsal } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const address = `/sources/${ids.source}/rules`;

function rule(change: Partial<IgnoreRule>): IgnoreRule {
  return {
    id: '01930000-0000-7000-8000-000000000091',
    level: 'SOURCE',
    sourceId: ids.source,
    kind: 'TEXT',
    pattern: 'tip of the day',
    createdBy: ids.member,
    createdAt: '2026-11-20T08:00:00Z',
    ...change,
  };
}

const workspaceRule = rule({ id: ids.change, level: 'WORKSPACE', sourceId: null, pattern: 'all rights reserved' });
const tagRule = rule({ id: ids.signal, level: 'TAG', tag: 'rivals', sourceId: null, pattern: 'sponsored' });

const rehearsal: RuleRehearsal = {
  versions: 19,
  hunks: 12,
  hidden: 3,
  samples: [],
  changes: [],
  coversNow: [],
  score: { notRelevant: 4, relevant: 2, hiddenNotRelevant: 3, hiddenRelevant: 1, precision: 0.75, recall: 0.75 },
};

function effective(change: Partial<EffectiveIgnoreRules> = {}) {
  server.use(
    http.get('/api/v1/sources/{id}/ignore-rules/effective', ({ response }) =>
      response(200).json({
        rules: [workspaceRule, tagRule, rule({})],
        replaced: [],
        mode: 'APPEND',
        tags: ['rivals'],
        replacingTags: [],
        ...change,
      }),
    ),
  );
}

beforeEach(() => {
  effective();
  server.use(http.get('/api/v1/sources/{id}/verdicts/backtest', ({ response }) => response(200).json(rehearsal)));
});

test('each rule stands under the level it comes from, and the back-test says its measures with their units', async () => {
  const { container } = renderApp(address);

  expect(await screen.findByRole('region', { name: 'Workspace' })).toHaveTextContent('all rights reserved');
  expect(screen.getByRole('region', { name: 'Tag rivals' })).toHaveTextContent('sponsored');
  expect(screen.getByRole('region', { name: 'This page' })).toHaveTextContent('tip of the day');
  const test = await screen.findByRole('region', { name: 'Back-test' });
  expect(await within(test).findByText('3 of 12 differences, in 19 pairs of versions')).toBeVisible();
  expect(within(test).getByText('3 of the 4 hidden and marked differences are not relevant')).toBeVisible();
  expect(within(test).getByText('3 of the 4 differences marked not relevant are hidden')).toBeVisible();
  expect(within(test).getAllByText('75%')).toHaveLength(2);
  expect(await violations(container)).toEqual([]);
});

test('rules a level below stands instead of are shown as set aside, with who does it', async () => {
  effective({ rules: [tagRule, rule({})], replaced: [workspaceRule], replacingTags: ['rivals'] });
  renderApp(address);

  const workspace = await screen.findByRole('region', { name: 'Workspace' });
  expect(workspace).toHaveTextContent('all rights reserved');
  expect(workspace).toHaveTextContent('Set aside: the rules of a tag stand instead.');
  expect(screen.getByRole('region', { name: 'Tag rivals' })).not.toHaveTextContent('Set aside');
});

test('a rule is tried and added for a tag, and undo takes it away', async () => {
  const asked: unknown[] = [];
  server.use(
    http.post('/api/v1/sources/{id}/verdicts/preview', ({ response }) =>
      response(200).json({ ...rehearsal, hidden: 2 }),
    ),
    http.post('/api/v1/ignore-rules', async ({ request, response }) => {
      asked.push(await request.json());
      return response(201).json(rule({ pattern: '.ad' }));
    }),
    http.delete('/api/v1/ignore-rules/{id}', ({ params, response }) => {
      asked.push(params.id);
      return response(204).empty();
    }),
  );
  renderApp(address);

  await userEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
  const dialog = screen.getByRole('dialog', { name: 'Add a rule' });
  await userEvent.selectOptions(within(dialog).getByLabelText('Where it holds'), 'tag rivals');
  await userEvent.selectOptions(within(dialog).getByLabelText('Kind of rule'), 'Place (CSS selector)');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /What to ignore/ }), '.ad');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Try it' }));
  expect(await within(dialog).findByText(/it would have hidden 2\./)).toBeVisible();
  expect(await violations(dialog)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(await screen.findByText('As it was before')).toBeVisible();
  expect(asked).toEqual([{ level: 'TAG', tag: 'rivals', kind: 'SELECTOR', pattern: '.ad' }, rule({}).id]);
});

test('a rule of the workspace is edited, and undo gives it its pattern back', async () => {
  const asked: unknown[] = [];
  server.use(
    http.put('/api/v1/ignore-rules/{id}', async ({ request, params, response }) => {
      asked.push([params.id, await request.json()]);
      return response(200).json(workspaceRule);
    }),
  );
  renderApp(address);

  await userEvent.click(await screen.findByRole('button', { name: 'Edit the rule all rights reserved' }));
  const pattern = screen.getByRole('textbox', { name: /What to ignore/ });
  await userEvent.clear(pattern);
  await userEvent.type(pattern, 'all wrongs reserved');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() =>
    expect(asked).toEqual([
      [workspaceRule.id, { kind: 'TEXT', pattern: 'all wrongs reserved' }],
      [workspaceRule.id, { kind: 'TEXT', pattern: 'all rights reserved' }],
    ]),
  );
});

test('a rule is removed and restored, and a level is told to stand instead of those above', async () => {
  const asked: unknown[] = [];
  server.use(
    http.delete('/api/v1/ignore-rules/{id}', ({ response }) => {
      asked.push('removed');
      return response(204).empty();
    }),
    http.post('/api/v1/ignore-rules/{id}/restore', ({ response }) => {
      asked.push('restored');
      return response(200).json(rule({}));
    }),
    http.put('/api/v1/ignore-rules/tags/{tag}/mode', async ({ params, request, response }) => {
      asked.push([params.tag, await request.json()]);
      return response(204).empty();
    }),
  );
  renderApp(address);

  await userEvent.click(await screen.findByRole('button', { name: 'Remove the rule tip of the day' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('As it was before')).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText(/: Tag rivals$/), 'Instead of those above');

  await waitFor(() => expect(asked).toEqual(['removed', 'restored', ['rivals', { mode: 'REPLACE' }]]));
});

test('a refused pattern says where it is wrong and keeps the form', async () => {
  const message = 'The selector is wrong at character 3.';
  server.use(
    plain.post('http://ciq.test/api/v1/ignore-rules', () =>
      HttpResponse.json({ title: 'Bad request', errors: [{ field: 'pattern', message }] }, { status: 400 }),
    ),
  );
  renderApp(address);

  await userEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
  await userEvent.type(screen.getByRole('textbox', { name: /What to ignore/ }), 'p..');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByRole('dialog')).toBeVisible();
});

test('a viewer reads the rules, and is told who changes them', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp(address);

  expect(await screen.findByText(/Changing rules needs the analyst role/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /rule/i })).toBeNull();
});

test('without marks the back-test says how to make some, without versions why there is none', async () => {
  const nothing = { notRelevant: 0, relevant: 0, hiddenNotRelevant: 0, hiddenRelevant: 0 };
  server.use(
    http.get('/api/v1/sources/{id}/verdicts/backtest', ({ request, response }) =>
      response(200).json({
        ...rehearsal,
        versions: new URL(request.url).searchParams.get('versions') === '50' ? 0 : 19,
        score: nothing,
      }),
    ),
  );
  renderApp(address);

  const test = await screen.findByRole('region', { name: 'Back-test' });
  expect(await within(test).findByText(/Mark differences as news or not relevant/)).toBeVisible();
  expect(within(test).getAllByText('not known')).toHaveLength(2);
  await userEvent.selectOptions(within(test).getByLabelText('How many versions'), '50 versions');
  expect(await within(test).findByText(/fewer than two versions/)).toBeVisible();
});

test('rules that cannot be read say so and offer to try again', async () => {
  server.use(
    plain.get('http://ciq.test/api/v1/sources/:id/ignore-rules/effective', () =>
      HttpResponse.json({ title: 'The server could not answer' }, { status: 503 }),
    ),
  );
  renderApp(address);

  expect(await screen.findByRole('button', { name: 'Retry' })).toBeVisible();
});
