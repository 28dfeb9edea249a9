import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { Rendering, WatchedSource } from '../../shared/api/types';
import { everyInterval } from '../../shared/format/time';
import { shortUrl } from '../../shared/format/words';
import { IgnoreRules } from '../../shared/ignoring/IgnoreRules';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { Select } from '../../shared/ui/Select';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { AdaptiveFields } from './AdaptiveFields';
import { useEditSource, useRemoveSource } from './queries';
import classes from './SourceSettings.module.css';
import { WindowFields } from './WindowFields';
import { editOf, intervals, type Watching, watchingOf } from './watching';

const renderings = ['AUTO', 'ALWAYS', 'NEVER'] as const satisfies Rendering[];

type Props = { source: WatchedSource; onClose: () => void };

/** How one page is watched: when, in a browser or not, paused, or no longer. */
export function SourceSettings({ source, onClose }: Props) {
  const [wanted, setWanted] = useState(() => watchingOf(source));
  const edit = useEditSource(source);
  const change = (part: Partial<Watching>) => setWanted((before) => ({ ...before, ...part }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate(editOf(source, wanted), { onSuccess: onClose });
  };
  return (
    <Dialog title={t('sources.settingsOf', { url: shortUrl(source.url) })} onClose={onClose}>
      <form className={classes.form} onSubmit={save}>
        <RhythmFields value={wanted} onChange={change} />
        {wanted.rhythm !== 'cron' && (
          <AdaptiveFields value={wanted} why={source.schedule?.adaptive?.why} onChange={change} />
        )}
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={wanted.limited}
            onChange={(event) => change({ limited: event.currentTarget.checked })}
          />
          {t('watching.limited')}
        </label>
        {wanted.limited && <WindowFields value={wanted} onChange={change} />}
        {source.collector === 'BUILTIN' && (
          <span className={classes.choice}>
            {t('watching.rendering')}
            <Select
              label={t('watching.rendering')}
              value={wanted.rendering}
              options={renderings.map((value) => ({ value, label: t(`rendering.${value}`) }))}
              onChange={(rendering) => rendering && change({ rendering })}
            />
          </span>
        )}
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={wanted.paused}
            onChange={(event) => change({ paused: event.currentTarget.checked })}
          />
          {t('watching.paused')}
        </label>
        {edit.error && <ProblemNotice error={edit.error} />}
        <div className={classes.actions}>
          <Button type="submit" loading={edit.isPending}>
            {t('watching.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
      <IgnoreRules sourceId={source.id} />
      <Removal source={source} />
    </Dialog>
  );
}

function RhythmFields({ value, onChange }: { value: Watching; onChange: (change: Partial<Watching>) => void }) {
  const zones = useId();
  const isCron = value.rhythm === 'cron';
  return (
    <>
      <span className={classes.choice}>
        {t('watching.rhythm')}
        <Select
          label={t('watching.rhythm')}
          value={value.rhythm}
          options={[
            ...intervals(value.rhythm).map((interval) => ({ value: interval, label: everyInterval(interval) })),
            { value: 'cron', label: t('watching.cron') },
          ]}
          onChange={(rhythm) => rhythm && onChange({ rhythm })}
        />
      </span>
      {isCron && (
        <TextInput
          required
          label={t('watching.cronText')}
          description={t('watching.cronHelp')}
          placeholder="0 6 * * 1-5"
          value={value.cron}
          onChange={(event) => onChange({ cron: event.currentTarget.value })}
        />
      )}
      {(isCron || value.limited) && (
        <>
          <TextInput
            required
            label={t('watching.zone')}
            list={zones}
            value={value.zone}
            onChange={(event) => onChange({ zone: event.currentTarget.value })}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </>
  );
}

function Removal({ source }: { source: WatchedSource }) {
  const [asked, setAsked] = useState(false);
  const remove = useRemoveSource(source);
  if (!asked) {
    return (
      <Button variant="subtle" color="red" mt="md" onClick={() => setAsked(true)}>
        {t('watching.remove')}
      </Button>
    );
  }
  return (
    <div className={classes.form} role="alert">
      <p>{t('watching.removeSure')}</p>
      {remove.error && <ProblemNotice error={remove.error} />}
      <div className={classes.actions}>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('watching.remove')}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t('watching.keep')}
        </Button>
      </div>
    </div>
  );
}
