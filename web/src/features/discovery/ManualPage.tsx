import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SourceKind } from '../../shared/api/types';
import { shortUrl } from '../../shared/format/words';
import { Chip } from '../../shared/ui/Chip';
import { Select } from '../../shared/ui/Select';
import classes from './ManualPage.module.css';
import { addressOf } from './selection';
import { t } from './words';

export type ManualSource = { url: string; kind: SourceKind };

const kinds = [
  'PRICING',
  'FEATURES',
  'CHANGELOG',
  'BLOG',
  'NEWS',
  'CAREERS',
  'ABOUT',
  'HOME',
  'DOCS',
  'HELP',
  'STATUS',
  'CUSTOMERS',
  'SECURITY',
  'LEGAL',
  'SOCIAL',
  'REVIEWS',
  'APPS',
  'ADS',
  'OTHER',
] as const satisfies SourceKind[];

type Props = { sources: ManualSource[]; onChange: (sources: ManualSource[]) => void };

/** A page that discovery did not find, added by hand. */
export function ManualPage({ sources, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<SourceKind>('PRICING');
  const [invalid, setInvalid] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const url = addressOf(typed);
    setInvalid(url === null);
    if (url === null) return;
    onChange([...sources.filter((source) => source.url !== url), { url, kind }]);
    setTyped('');
  };
  return (
    <>
      {sources.map((source) => (
        <div key={source.url} className={classes.added}>
          <span>{shortUrl(source.url)}</span>
          <Chip>{t(`kind.${source.kind}`)}</Chip>
          <Button variant="subtle" onClick={() => onChange(sources.filter((other) => other !== source))}>
            {t('action.remove')}
          </Button>
        </div>
      ))}
      <form className={classes.form} onSubmit={add} noValidate>
        <TextInput
          className={classes.field ?? ''}
          aria-label={t('manual.url')}
          placeholder={t('manual.placeholder')}
          size="xs"
          value={typed}
          error={invalid && t('discovery.urlWrong')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={t('manual.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(next) => next && setKind(next)}
        />
        <Button type="submit" variant="default">
          {t('manual.add')}
        </Button>
      </form>
    </>
  );
}
