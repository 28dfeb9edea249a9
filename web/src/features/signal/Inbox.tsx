import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Signal, Triage, Until } from '../../shared/api/types';
import { ExportLinks } from '../../shared/export/ExportLinks';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { AssignedToast } from './AssignedToast';
import { BulkBar } from './BulkBar';
import { exported, type InboxSearch } from './filters';
import classes from './Inbox.module.css';
import { InboxEmpty } from './InboxEmpty';
import { InboxFilters } from './InboxFilters';
import { InboxTabs } from './InboxTabs';
import { inboxKeys } from './key-meanings';
import { SavedViews } from './SavedViews';
import type { RowActs } from './SignalRow';
import { SignalRows, type SignalRowsHandle } from './SignalRows';
import { TriageToast } from './TriageToast';
import { type Resting, UntilDialog } from './UntilDialog';
import { useAssign } from './use-assign';
import { useEndOfList } from './use-end-of-list';
import { useInbox } from './use-inbox';
import { useTriage } from './use-triage';
import { t } from './words';

type Props = {
  search: InboxSearch;
  /** What stands above the list, such as the first steps. */
  above?: ReactNode;
  /** What a workspace that watches nobody shows in place of the list. */
  nobody?: ReactNode;
};

export function Inbox({ search, above, nobody }: Props) {
  const navigate = useNavigate();
  const mayEdit = useMayEdit();
  const { list, rows, waiting, showWaiting } = useInbox(search);
  const { last, triage, undo } = useTriage(true);
  const assigning = useAssign();
  const section = useRef<HTMLElement>(null);
  const shown = useRef<SignalRowsHandle>(null);
  const leaving = useRef<{ id: string; index: number } | null>(null);
  // No state: nothing on screen says which row it is but the focus itself.
  const active = useRef(-1);

  const move = (signal: Signal | undefined, to: Triage, until?: Until) => {
    if (!signal || !mayEdit || (signal.triage === to && !until)) return;
    const hadFocus = section.current?.contains(document.activeElement) ?? false;
    if (hadFocus) leaving.current = { id: signal.id, index: rows.indexOf(signal) };
    triage([signal], to, until);
  };
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter((row) => selected.has(row.id));
  const select = (signal: Signal | undefined) => {
    if (!signal || !mayEdit) return;
    const next = new Set(selected);
    if (!next.delete(signal.id)) next.add(signal.id);
    setSelected(next);
  };
  const moveAll = (signals: Signal[], to: Triage, until?: Until) => {
    const [only] = signals;
    if (signals.length === 1) return move(only, to, until);
    setSelected(new Set());
    triage(signals, to, until);
  };
  const [asking, setAsking] = useState<{ signals: Signal[]; to: Resting } | null>(null);
  const ask = (signals: (Signal | undefined)[], to: Resting) => {
    const found = signals.filter((signal) => signal !== undefined);
    if (found.length > 0 && mayEdit) setAsking({ signals: found, to });
  };
  const latest = useRef({ move, ask, select });
  useEffect(() => {
    latest.current = { move, ask, select };
  });
  const acts = useMemo<RowActs>(
    () => ({
      focused: (index) => {
        active.current = index;
      },
      triage: (signal, to) => latest.current.move(signal, to),
      ask: (signal, to) => latest.current.ask([signal], to),
      select: (signal) => latest.current.select(signal),
    }),
    [],
  );
  const target = () =>
    chosen.length > 0 ? chosen : rows.slice(active.current, active.current + 1).filter(() => active.current >= 0);

  // When the row in focus leaves the list, the focus goes to the row that takes its place, not to the page.
  useEffect(() => {
    const gone = leaving.current;
    if (!gone || rows.some((row) => row.id === gone.id)) return;
    leaving.current = null;
    shown.current?.focus(gone.index);
  });

  const end = useEndOfList(() => void list.fetchNextPage(), list.isFetching || list.isFetchNextPageError);

  useShortcuts(
    {
      j: () => shown.current?.focus(active.current + 1),
      k: () => shown.current?.focus(active.current - 1),
      e: () => moveAll(target(), 'DONE'),
      s: () => moveAll(target(), 'SAVED'),
      d: () => moveAll(target(), 'DISMISSED'),
      u: () => moveAll(target(), 'NEW'),
      r: () => moveAll(target(), 'SEEN'),
      x: () => select(rows[active.current]),
      h: () => ask(target(), 'SNOOZED'),
      m: () => ask(target(), 'MUTED'),
      z: undo,
    },
    inboxKeys,
  );

  const setSearch = (next: InboxSearch) => {
    setSelected(new Set());
    active.current = -1;
    void navigate({ to: '/', search: next, replace: true });
  };

  return (
    <>
      <PageHeader title={t('inbox.title')} actions={<ExportLinks path="/signals/export" query={exported(search)} />} />
      {above}
      <div className={classes.controls}>
        <InboxTabs search={search} />
        <span className={classes.filters}>
          <SavedViews search={search} onChoose={setSearch} />
          <InboxFilters search={search} onChange={setSearch} />
        </span>
      </div>
      <div aria-live="polite" className={classes.waiting}>
        {waiting > 0 && (
          <button type="button" className={classes.pill} onClick={showWaiting}>
            <span aria-hidden="true">{'\u2191'}</span> {t('inbox.waiting', { count: waiting })}
          </button>
        )}
      </div>
      {chosen.length > 0 && (
        <BulkBar
          signals={chosen}
          onTriage={(to) => moveAll(chosen, to)}
          onAsk={(to) => ask(chosen, to)}
          onAssign={(to) => {
            assigning.assign(chosen, to);
            setSelected(new Set());
          }}
          onClear={() => setSelected(new Set())}
        />
      )}
      <section ref={section} className={classes.surface} aria-label={t('inbox.list')}>
        <QueryBoundary query={list}>
          {() =>
            rows.length === 0 ? (
              <InboxEmpty
                search={search}
                waiting={waiting > 0}
                nobody={nobody}
                onClear={() => setSearch({ triage: search.triage })}
              />
            ) : (
              <SignalRows ref={shown} rows={rows} mayEdit={mayEdit} selected={selected} acts={acts} />
            )
          }
        </QueryBoundary>
      </section>
      {list.hasNextPage && (
        <div className={classes.more} ref={end}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </div>
      )}
      {asking && (
        <UntilDialog
          to={asking.to}
          onClose={() => setAsking(null)}
          onChosen={(until) => {
            setAsking(null);
            moveAll(asking.signals, asking.to, until);
          }}
        />
      )}
      <TriageToast last={last} onUndo={undo} />
      <AssignedToast told={assigning.told} onUndo={assigning.undo} />
    </>
  );
}
