import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http as plain } from 'msw';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { diff, ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import type { IgnoreRule } from '../api/types';

const rule: IgnoreRule = {
  id: '01930000-0000-7000-8000-000000000099',
  level: 'SOURCE',
  sourceId: ids.source,
  kind: 'TEXT',
  pattern: 'per seat per month',
  createdBy: ids.member,
  createdAt: '2026-11-20T08:00:00Z',
};
const score = { notRelevant: 2, relevant: 1, hiddenNotRelevant: 1, hiddenRelevant: 0, precision: 1, recall: 0.5 };

/** A gateway that keeps one rule and dims the first hunk while it holds. */
function keepsRule() {
  const asked: unknown[] = [];
  let holds = false;
  server.use(
    http.get('/api/v1/changes/{id}/diff', ({ response }) => {
      const [first, ...rest] = diff.hunks;
      if (!first) throw new Error('the fixture has a hunk');
      const dimmed = { ...first, ignoredBy: 'text \u201cper seat\u201d', ruleId: rule.id };
      return response(200).json({ ...diff, hunks: [holds ? dimmed : first, ...rest] });
    }),
    http.post('/api/v1/sources/{id}/verdicts/suggestions', async ({ request, response }) => {
      asked.push(await request.json());
      return response(200).json([
        { kind: 'TEXT', pattern: rule.pattern, why: 'Every version of it says this.', blocks: 1 },
        { kind: 'SELECTOR', pattern: 'p.price', why: 'It stands at this place.', blocks: 2 },
      ]);
    }),
    http.post('/api/v1/sources/{id}/verdicts/preview', async ({ request, response }) => {
      const hidden = (await request.json()).kind === 'TEXT' ? 1 : 7;
      return response(200).json({ versions: 9, hunks: 12, hidden, samples: [], changes: [], coversNow: [], score });
    }),
    http.post('/api/v1/sources/{id}/verdicts/not-relevant', async ({ request, response }) => {
      asked.push(await request.json());
      holds = true;
      return response(201).json(rule);
    }),
    http.delete('/api/v1/ignore-rules/{id}', ({ response }) => {
      holds = false;
      return response(204).empty();
    }),
  );
  return asked;
}

test('a hunk that is not relevant is tried, ignored, dimmed, and shown again', async () => {
  const asked = keepsRule();
  renderApp(`/signals/${ids.signal}`);

  await userEvent.click(await screen.findByRole('button', { name: 'Not relevant: Plans \u203a Pro' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ignore this from now on' });
  expect(await within(dialog).findByText(/in 9 pairs of versions it would have hidden 1\./)).toBeVisible();
  expect(within(dialog).getByText(/50% of the not relevant was hidden/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('radio', { name: /p\.price/ }));
  expect(await within(dialog).findByText(/it would have hidden 7\./)).toBeVisible();
  expect(await violations(dialog)).toEqual([]);
  await userEvent.click(within(dialog).getByRole('radio', { name: /per seat per month/ }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ignore it' }));

  const hunk = await screen.findByRole('region', { name: 'Plans \u203a Pro' });
  await waitFor(() => expect(hunk).toHaveAttribute('data-ignored', 'true'));
  expect(asked).toEqual([
    expect.objectContaining({ beforeBlockIds: ['b2'], afterBlockIds: ['b3'] }),
    expect.objectContaining({
      rule: { level: 'SOURCE', sourceId: ids.source, kind: 'TEXT', pattern: 'per seat per month' },
    }),
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(hunk).toHaveAttribute('data-ignored', 'false'));
});

test('n goes to a place, and i says that it is not relevant', async () => {
  keepsRule();
  renderApp(`/signals/${ids.signal}`);
  const hunk = await screen.findByRole('region', { name: 'Plans \u203a Pro' });

  await userEvent.keyboard('i');
  expect(hunk).toHaveFocus();
  await userEvent.keyboard('i');
  const dialog = await screen.findByRole('dialog', { name: 'Ignore this from now on' });
  expect(await within(dialog).findByText(/it would have hidden 1\./)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();

  await userEvent.keyboard('nnnn');
  const footer = screen.getByRole('region', { name: 'Footer' });
  expect(footer).toHaveFocus();
  await userEvent.keyboard('i');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what noise hides has no button, what a rule hides can be shown again', async () => {
  renderApp(`/signals/${ids.signal}`);

  const footer = await screen.findByRole('region', { name: 'Footer' });
  expect(within(footer).queryByRole('button')).toBeNull();
});

test('the settings of a page list its rules with their origin, add one and remove one', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('/api/v1/sources/{id}/ignore-rules/effective', ({ response }) =>
      response(200).json({
        rules: [{ ...rule, id: ids.change, level: 'TAG', tag: 'rivals', sourceId: null, pattern: 'sponsored' }, rule],
        replaced: [],
        mode: 'APPEND',
        tags: ['rivals'],
        replacingTags: [],
      }),
    ),
    http.post('/api/v1/ignore-rules', async ({ request, response }) => {
      sent.push(await request.json());
      return response(201).json(rule);
    }),
    http.delete('/api/v1/ignore-rules/{id}', ({ params, response }) => {
      sent.push(params.id);
      return response(204).empty();
    }),
  );
  renderApp(`/competitors/${ids.competitor}/sources`);
  await userEvent.click(await screen.findByRole('button', { name: /^Settings of .*pricing$/ }));
  const rules = await screen.findByRole('region', { name: 'Ignored on this page' });

  expect((await within(rules).findAllByRole('listitem')).map((item) => item.textContent)).toEqual([
    'Text: sponsored of the tag rivals',
    'Text: per seat per month of this pageRemove',
  ]);
  await userEvent.type(within(rules).getByRole('textbox', { name: /What to ignore/ }), 'tip of the day');
  await userEvent.click(within(rules).getByRole('button', { name: 'Add rule' }));
  await userEvent.click(within(rules).getByRole('button', { name: 'Remove the rule per seat per month' }));

  await waitFor(() =>
    expect(sent).toEqual([{ level: 'SOURCE', sourceId: ids.source, kind: 'TEXT', pattern: 'tip of the day' }, rule.id]),
  );
});

test('a pattern that is refused says where it is wrong', async () => {
  const message = 'The regular expression is wrong at character 5: missing closing ).';
  server.use(
    plain.post('http://ciq.test/api/v1/ignore-rules', () =>
      HttpResponse.json({ title: 'Bad request', errors: [{ field: 'pattern', message }] }, { status: 400 }),
    ),
  );
  renderApp(`/competitors/${ids.competitor}/sources`);
  await userEvent.click(await screen.findByRole('button', { name: /^Settings of .*pricing$/ }));
  const rules = await screen.findByRole('region', { name: 'Ignored on this page' });
  await userEvent.type(within(rules).getByRole('textbox', { name: /What to ignore/ }), 'tip (of');
  await userEvent.click(within(rules).getByRole('button', { name: 'Add rule' }));

  expect(await within(rules).findByText(message)).toBeVisible();
});
