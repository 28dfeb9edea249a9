import { useState } from 'react';
import type { WatchedSource } from '../../shared/api/types';
import { Select } from '../../shared/ui/Select';
import { isFiltered } from './list-filters';
import { type SourceSearch, sourceStates } from './list-search';
import { t } from './list-words';
import type { Names } from './SourceList';
import classes from './SourceList.module.css';

type Props = {
  search: SourceSearch;
  sources: WatchedSource[];
  names: Names;
  onChange: (search: SourceSearch) => void;
  onClear: () => void;
};

export function SourceFilters({ search, sources, names, onChange, onClear }: Props) {
  const [typed, setTyped] = useState(search.q);
  const kinds = [...new Set(sources.map(({ kind }) => kind))].sort();
  const competitors = [...new Set(sources.map(({ competitorId }) => competitorId))].filter((id) => names[id]);
  return (
    <fieldset className={classes.filters} aria-label={t('sourceList.filters')}>
      <input
        type="search"
        className={classes.find}
        aria-label={t('sourceList.find')}
        placeholder={t('sourceList.find')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onChange({ ...search, q: event.currentTarget.value });
        }}
      />
      <Select
        label={t('sourceList.anyState')}
        all={t('sourceList.anyState')}
        value={search.state}
        options={sourceStates.map((value) => ({ value, label: t(`sourceState.${value}`) }))}
        onChange={(state) => onChange({ ...search, state })}
      />
      <Select
        label={t('sourceList.anyKind')}
        all={t('sourceList.anyKind')}
        value={search.kind}
        options={kinds.map((value) => ({ value: value as string, label: t(`kind.${value}`) }))}
        onChange={(kind) => onChange({ ...search, kind })}
      />
      <Select
        label={t('sourceList.anyCompetitor')}
        all={t('sourceList.anyCompetitor')}
        value={search.competitor}
        options={competitors.map((value) => ({ value, label: names[value] ?? value }))}
        onChange={(competitor) => onChange({ ...search, competitor })}
      />
      {isFiltered(search) && (
        <button type="button" className={classes.clear} onClick={onClear}>
          {t('sourceList.clear')}
        </button>
      )}
    </fieldset>
  );
}
