import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { WatchedSource } from '../../shared/api/types';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { allSources } from '../../shared/source/queries';
import { attention, neediestFirst } from '../../shared/source/source-state';
import { AddCompetitorField } from '../../shared/ui/AddCompetitorField';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { belongs } from './list-filters';
import type { SourceSearch } from './list-search';
import { t } from './list-words';
import { SourceBulkBar } from './SourceBulkBar';
import { SourceFilters } from './SourceFilters';
import classes from './SourceList.module.css';
import { SourcesToast } from './SourcesToast';
import { SourceTable } from './SourceTable';
import { type SourceAct, useSourceActs } from './use-source-acts';

export type Names = Record<string, string>;
type Props = { search: SourceSearch; names: Names; onSearch: (search: SourceSearch) => void };

/** Every page the workspace watches: which need somebody, why, and what can be done about it. */
export function SourceList({ search, names, onSearch }: Props) {
  const query = useQuery(allSources());
  const count = query.data?.length ?? 0;
  return (
    <>
      <PageHeader title={t('sourceList.title')} meta={count > 0 && t('sourceList.count', { count })} />
      <QueryBoundary query={query}>
        {(sources) =>
          sources.length === 0 ? (
            <NothingWatched />
          ) : (
            <Listed sources={sources} search={search} names={names} onSearch={onSearch} />
          )
        }
      </QueryBoundary>
    </>
  );
}

function Listed({ sources, search, names, onSearch }: Props & { sources: WatchedSource[] }) {
  const mayEdit = useMayEdit();
  const { told, act, undo, pending } = useSourceActs();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [cleared, setCleared] = useState(0);
  const shown = neediestFirst(sources.filter((source) => belongs(search, source)));
  const chosen = shown.filter(({ id }) => selected.has(id));
  const needy = sources.filter(({ condition }) => attention(condition) > 0).length;
  const change = (next: SourceSearch) => {
    setSelected(new Set());
    onSearch(next);
  };
  const clear = () => {
    change({ q: '' });
    setCleared(cleared + 1);
  };
  const doTo = (wanted: WatchedSource[], what: SourceAct) => {
    if (mayEdit) act(wanted, what);
    setSelected(new Set());
  };
  const select = (source: WatchedSource) => {
    const next = new Set(selected);
    if (!next.delete(source.id)) next.add(source.id);
    setSelected(next);
  };
  const inFocus = () => shown.find(({ id }) => id === rowInFocus()?.dataset.row);
  const target = () => {
    const one = inFocus();
    return chosen.length > 0 ? chosen : one ? [one] : [];
  };
  useShortcuts(
    {
      j: () => moveFocus(1),
      k: () => moveFocus(-1),
      x: () => {
        const one = inFocus();
        if (one && mayEdit) select(one);
      },
      r: () => doTo(target(), { act: 'visit' }),
      p: () => doTo(target(), { act: target().every(({ paused }) => paused) ? 'resume' : 'pause' }),
    },
    {
      j: t('sourceList.next'),
      k: t('sourceList.previous'),
      x: t('sourceList.selectKey'),
      r: t('sourceList.visitKey'),
      p: t('sourceList.pauseKey'),
    },
  );
  return (
    <>
      <SourceFilters key={cleared} search={search} sources={sources} names={names} onChange={change} onClear={clear} />
      <p className={classes.status} role="status">
        {t('sourceList.shown', { count: shown.length })}
        {needy > 0 && `, ${t('sources.attention', { count: needy })}`}
      </p>
      {mayEdit && chosen.length > 0 && (
        <SourceBulkBar
          sources={chosen}
          pending={pending}
          onAct={(what) => doTo(chosen, what)}
          onClear={() => setSelected(new Set())}
        />
      )}
      {shown.length === 0 ? (
        <Notice title={t('sourceList.noMatch')}>
          <Button variant="default" onClick={clear}>
            {t('sourceList.clear')}
          </Button>
        </Notice>
      ) : (
        <SourceTable
          sources={shown}
          names={names}
          selected={selected}
          onSelect={mayEdit ? select : undefined}
          onSelectAll={(all) => setSelected(new Set(all ? shown.map(({ id }) => id) : []))}
        />
      )}
      <SourcesToast told={told} onUndo={undo} />
    </>
  );
}

function NothingWatched() {
  const mayEdit = useMayEdit();
  return (
    <Notice title={t('sourceList.none')}>
      <p>{t('sourceList.noneBody')}</p>
      {mayEdit && <AddCompetitorField />}
    </Notice>
  );
}

function rowInFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
}

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const focused = rowInFocus();
  const at = focused ? rows.indexOf(focused) : -1;
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
  next?.querySelector<HTMLElement>('[data-row-link]')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
