import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import { useMayEdit } from '../../shared/api/session';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './AddCompetitor.module.css';
import { DiscoveryResult } from './DiscoveryResult';
import { discoveryQueries, useStartDiscovery } from './queries';
import { addressOf } from './selection';
import { t } from './words';

type Props = {
  url?: string | undefined;
  discoveryId?: string | undefined;
  onStarted: (url: string, discoveryId: string) => void;
  onTracked: (competitorId: string) => void;
};

export function AddCompetitor({ url, discoveryId, onStarted, onTracked }: Props) {
  const mayEdit = useMayEdit();
  const start = useStartDiscovery();
  const [typed, setTyped] = useState(url ?? '');
  const [invalid, setInvalid] = useState(false);
  const discovery = useQuery({ ...discoveryQueries.one(discoveryId ?? ''), enabled: discoveryId !== undefined });

  const find = (text: string) => {
    const address = addressOf(text);
    setInvalid(address === null);
    if (address) start.mutate(address, { onSuccess: (started) => onStarted(text, started.id) });
  };

  // An address in the link starts by itself, once: the inbox and the set-up lead here with one.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !mayEdit || !url || discoveryId) return;
    begun.current = true;
    find(url);
  });

  if (!mayEdit) {
    return (
      <Notice title={t('forbidden.title')} level="h1">
        <p>{t('forbidden.analyst')}</p>
      </Notice>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find(typed);
  };
  const refused = start.error ? problemOf(start.error) : null;
  return (
    <>
      <PageHeader title={t('discovery.title')} meta={<p>{t('discovery.lead')}</p>} />
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          className={classes.field ?? ''}
          label={t('discovery.url')}
          placeholder="example.com"
          inputMode="url"
          autoComplete="url"
          size="sm"
          value={typed}
          error={invalid ? t('discovery.urlWrong') : refused && `${refused.message}. ${refused.detail}`}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" className={classes.button ?? ''} loading={start.isPending}>
          {t('discovery.find')}
        </Button>
      </form>
      {discoveryId && (
        <QueryBoundary query={discovery}>
          {(found) => <DiscoveryResult key={found.id} discovery={found} onTracked={onTracked} />}
        </QueryBoundary>
      )}
    </>
  );
}
