import { type FormEvent, useId } from 'react';
import { Select } from '../../shared/ui/Select';
import classes from './Jobs.module.css';
import { isFiltered } from './job-filtered';
import type { JobSearch } from './job-search';
import { deadReasons, jobStates } from './job-states';
import type { Job } from './queries';
import { t } from './words';

type Props = {
  queue: string;
  queues: string[];
  search: JobSearch;
  /** Those on screen; what they are offers itself as a filter. */
  jobs: Job[];
  onChange: (search: JobSearch) => void;
};

export function JobFilters({ queue, queues, search, jobs, onChange }: Props) {
  return (
    <fieldset className={classes.filters} aria-label={t('jobs.filters')}>
      <Select
        label={t('jobs.queue')}
        value={queue}
        options={queues.map((value) => ({ value, label: value }))}
        onChange={(next) => next && onChange({ ...search, queue: next })}
      />
      <Select
        label={t('jobs.states')}
        all={t('jobs.all')}
        value={search.state}
        options={jobStates.map((value) => ({ value, label: t(`jobState.${value}`) }))}
        onChange={(state) => onChange({ ...search, queue, state, reason: undefined })}
      />
      {search.state === 'dead' && (
        <Select
          label={t('jobs.reason')}
          all={t('jobs.anyReason')}
          value={search.reason}
          options={deadReasons.map((value) => ({ value, label: t(`deadReason.${value}`) }))}
          onChange={(reason) => onChange({ ...search, queue, reason })}
        />
      )}
      <TextFilter
        key={`kind ${search.kind}`}
        label={t('jobs.kind')}
        value={search.kind}
        known={jobs.map(({ kind }) => kind)}
        onChange={(kind) => onChange({ ...search, queue, kind })}
      />
      <TextFilter
        key={`host ${search.host}`}
        label={t('jobs.host')}
        value={search.host}
        known={jobs.flatMap(({ host }) => host ?? [])}
        onChange={(host) => onChange({ ...search, queue, host })}
      />
      {isFiltered(search) && (
        <button type="button" className={classes.clear} onClick={() => onChange({ queue })}>
          {t('jobs.clear')}
        </button>
      )}
    </fieldset>
  );
}

type TextProps = {
  label: string;
  value: string | undefined;
  known: string[];
  onChange: (value: string | undefined) => void;
};

/** An exact word, taken over with Enter or on leaving the field: the gateway compares whole words. */
function TextFilter({ label, value, known, onChange }: TextProps) {
  const options = useId();
  const take = (typed: string) => typed.trim() !== (value ?? '') && onChange(typed.trim() || undefined);
  return (
    <form
      className={classes.text}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        take(String(new FormData(event.currentTarget).get('word') ?? ''));
      }}
    >
      <input
        type="search"
        name="word"
        aria-label={label}
        placeholder={label}
        defaultValue={value ?? ''}
        list={options}
        onBlur={(event) => take(event.currentTarget.value)}
      />
      <datalist id={options}>
        {[...new Set(known)].slice(0, 50).map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </form>
  );
}
