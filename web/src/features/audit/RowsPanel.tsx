import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { AuditEntry } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Scroll } from '../../shared/ui/Scroll';
import { Select } from '../../shared/ui/Select';
import classes from './Audit.module.css';
import { type AuditFilters, auditQueries } from './queries';
import { actionName, t } from './words';

const actions = ['CHANGE_ATTEMPTED', 'CHANGE_ANSWERED', 'SIGN_IN', 'SIGN_OUT', 'SETUP', 'AUDIT_EXPORTED'];

/** The rows, the newest first, by filters. */
export function RowsPanel() {
  const [filters, setFilters] = useState<AuditFilters>({});
  const rows = useInfiniteQuery(auditQueries.entries(useDeferredValue(filters)));
  const shown = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('audit.rows')}>
      <Filters filters={filters} shown={shown} onChange={(part) => setFilters({ ...filters, ...part })} />
      <p className={classes.exports}>
        {t('audit.export')}:{' '}
        <a href="/api/v1/audit-entries/export?format=jsonl" download>
          {t('audit.exportJsonl')}
        </a>{' '}
        <a href="/api/v1/audit-entries/export?format=csv" download>
          {t('audit.exportCsv')}
        </a>
      </p>
      <QueryBoundary query={rows}>
        {() => (shown.length === 0 ? <p className={classes.quiet}>{t('audit.none')}</p> : <Rows items={shown} />)}
      </QueryBoundary>
      {rows.hasNextPage && (
        <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </Panel>
  );
}

type FiltersProps = { filters: AuditFilters; shown: AuditEntry[]; onChange: (part: AuditFilters) => void };

function Filters({ filters, shown, onChange }: FiltersProps) {
  return (
    <fieldset className={classes.filters}>
      <legend>{t('audit.filters')}</legend>
      <Select
        label={t('audit.who')}
        all={t('audit.everybody')}
        value={filters.accountId}
        options={people(shown)}
        onChange={(accountId) => onChange({ accountId })}
      />
      <Select
        label={t('audit.action')}
        all={t('audit.everyAction')}
        value={filters.action}
        options={actions.map((value) => ({ value, label: actionName(value) }))}
        onChange={(action) => onChange({ action })}
      />
      <TextInput
        label={t('audit.subject')}
        maxLength={300}
        value={filters.subject ?? ''}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.from')}
        onChange={(event) => onChange({ from: instant(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        onChange={(event) => onChange({ to: instant(event.currentTarget.value) })}
      />
    </fieldset>
  );
}

/** Whoever did one of the rows on screen. */
function people(shown: AuditEntry[]) {
  const names = new Map(
    shown.flatMap(({ who }) => (who ? [[who.accountId, who.name ?? t('audit.gone')] as const] : [])),
  );
  return [...names].map(([value, label]) => ({ value, label }));
}

function instant(day: string): string | undefined {
  return day === '' ? undefined : new Date(day).toISOString();
}

function Rows({ items }: { items: AuditEntry[] }) {
  return (
    <Scroll label={t('audit.rows')} className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {[t('audit.number'), t('audit.when'), t('audit.who'), t('audit.what'), t('audit.where')].map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <tr key={entry.id}>
              <td>{entry.sequence}</td>
              <td>
                <RelativeTime at={entry.at} />
              </td>
              <td>{entry.who ? (entry.who.name ?? t('audit.gone')) : t('audit.nobody')}</td>
              <td>
                {actionName(entry.action)} {entry.subject}
                {(entry.before ?? entry.after) && (
                  <details>
                    <summary>{t('audit.details')}</summary>
                    <pre className={classes.state}>{[entry.before, entry.after].filter(Boolean).join('\n\u2192 ')}</pre>
                  </details>
                )}
              </td>
              <td>{entry.address ?? t('audit.blanked')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
