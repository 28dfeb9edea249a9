import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { t } from '../../shared/i18n/settings-words';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { type Retention, retentionKey } from './queries';
import classes from './Settings.module.css';

/** The rule of the workspace; what it would release is shown before it is saved. */
export function RetentionForm({ kept }: { kept: Retention }) {
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState(kept);
  const change = (part: Partial<Retention>) => setWanted((before) => ({ ...before, ...part }));
  const preview = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/retention/preview', { body: wanted })),
  });
  const save = useMutation({
    mutationFn: () => unwrap(api.PUT('/api/v1/retention', { body: wanted })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: retentionKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <NumberField
        label={t('workspace.bodyDays')}
        value={wanted.bodyDays}
        least={1}
        most={36_500}
        onChange={(bodyDays) => change({ bodyDays })}
      />
      <NumberField
        label={t('workspace.keepNewest')}
        value={wanted.keepNewest}
        least={2}
        most={100_000}
        onChange={(keepNewest) => change({ keepNewest })}
      />
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={wanted.keepChanged}
          onChange={(event) => change({ keepChanged: event.currentTarget.checked })}
        />
        {t('workspace.keepChanged')}
      </label>
      {preview.data && (
        <p role="status">
          {t('workspace.released', { count: preview.data.snapshots, size: size(preview.data.bytes) })}
          {!preview.data.complete && ` ${t('workspace.releasedMore')}`}
        </p>
      )}
      {(save.error ?? preview.error) && <ProblemNotice error={save.error ?? preview.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('workspace.save')}
        </Button>
        <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate()}>
          {t('workspace.preview')}
        </Button>
        <span role="status">{save.isSuccess && t('workspace.saved')}</span>
      </div>
    </form>
  );
}

type NumberProps = {
  label: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
};

function NumberField({ label, value, least, most, onChange }: NumberProps) {
  return (
    <label className={classes.field}>
      {label}
      <input
        type="number"
        required
        min={least}
        max={most}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
