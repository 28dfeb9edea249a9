import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SourceCondition, SourceState, WatchedSource } from '../../shared/api/types';
import { neediestFirst } from '../../shared/source/source-state';
import { violations } from '../../test/axe';
import { ids, overview } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

function source(state: SourceState | null): WatchedSource {
  const [watched] = overview().sources;
  if (!watched) throw new Error('the fixture has a source');
  const condition: SourceCondition | null = state && {
    state,
    reason: `Why ${state}.`,
    fix: state === 'HEALTHY' ? null : `Do ${state}.`,
  };
  return { ...watched, id: `source-${state}`, title: `Page ${state}`, condition };
}

async function panel(...sources: WatchedSource[]) {
  server.use(
    http.get('/api/v1/competitors/{id}/overview', ({ response }) => response(200).json(overview({ sources }))),
  );
  renderApp(`/competitors/${ids.competitor}/sources`);
  return screen.findByRole('region', { name: 'Watched pages' });
}

test('what needs attention comes first, the rest in its order', () => {
  const order: (SourceState | null)[] = [
    'PAUSED',
    'DEGRADED',
    'HEALTHY',
    'SILENT',
    null,
    'DRIFTED',
    'NEVER_VISITED',
    'FAILING',
    'BLOCKED',
  ];
  expect(neediestFirst(order.map(source)).map(({ condition }) => condition?.state ?? null)).toEqual([
    'BLOCKED',
    'FAILING',
    'DRIFTED',
    'SILENT',
    'DEGRADED',
    'PAUSED',
    'HEALTHY',
    null,
    'NEVER_VISITED',
  ]);
});

test('each state is told in a word beside its icon, with what is wrong and what to do', async () => {
  const shown = await panel(source('HEALTHY'), source('DRIFTED'), source('SILENT'), source('PAUSED'));

  const rows = within(shown).getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    expect.stringContaining('Page DRIFTED'),
    expect.stringContaining('Page SILENT'),
    expect.stringContaining('Page HEALTHY'),
    expect.stringContaining('Page PAUSED'),
  ]);
  expect(within(shown).getByText('2 pages need attention')).toBeVisible();
  expect(within(shown).getByText('Drifted').querySelector('svg')).toBeVisible();
  expect(within(shown).getByText('Why DRIFTED.')).toBeVisible();
  expect(within(shown).getByText('Do DRIFTED.')).toBeVisible();
  expect(within(shown).getByText('Healthy').querySelector('svg')).toBeVisible();
  expect(within(shown).queryByText('Why HEALTHY.')).toBeNull();
  expect(await violations(shown)).toEqual([]);
});

test('a state nobody tells is not known', async () => {
  const shown = await panel(source(null));

  expect(within(shown).getByText('Not known right now')).toBeVisible();
  expect(within(shown).queryByText(/attention/)).toBeNull();
});

test('without a page there is nothing to attend to', async () => {
  const shown = await panel();

  expect(within(shown).getByText('No page is watched.')).toBeVisible();
  expect(within(shown).queryByText(/attention/)).toBeNull();
});
