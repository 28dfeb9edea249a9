import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import type { Discovery } from '../../shared/api/types';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import classes from './DiscoveryResult.module.css';
import { ManualPage, type ManualSource } from './ManualPage';
import { PackChoice } from './PackChoice';
import { discoveryQueries, useTrackCompetitor } from './queries';
import { SuggestionRow } from './SuggestionRow';
import { inOrder, isChosen, packed, wanted } from './selection';
import { t } from './words';

type Props = { discovery: Discovery; onTracked: (competitorId: string) => void };

/** What was found so far: rows appear while the search still runs, and the choice of the member stays. */
export function DiscoveryResult({ discovery, onTracked }: Props) {
  const track = useTrackCompetitor();
  const packs = useQuery(discoveryQueries.packs(discovery)).data?.items ?? [];
  const [packId, setPackId] = useState<string>();
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [manual, setManual] = useState<ManualSource[]>([]);
  const [typedName, setTypedName] = useState<string>();
  const pack = packs.find(({ id }) => id === packId);
  const ofPack = pack && packed(pack);
  const running = discovery.state === 'RUNNING';
  const name = typedName ?? discovery.company?.name ?? '';
  const chosen = discovery.suggestions.filter((suggestion) => isChosen(suggestion, choices, ofPack));
  const count = chosen.length + manual.length;

  const submit = () =>
    track.mutate(
      {
        url: discovery.url,
        discoveryId: discovery.id,
        ...(name.trim() && { name: name.trim() }),
        sources: [...chosen.map((suggestion) => wanted(suggestion, ofPack)), ...manual],
      },
      { onSuccess: (competitor) => onTracked(competitor.id) },
    );

  return (
    <>
      <Panel
        title={t('discovery.pages')}
        note={
          <span role="status">
            {running
              ? t('discovery.running', { count: discovery.suggestions.length })
              : t('discovery.found', { count: discovery.suggestions.length })}
            {running && discovery.stage && <> {`\u00b7 ${t(`stage.${discovery.stage}`)}`}</>}
          </span>
        }
        flush
      >
        {running && <div className={classes.progress} aria-hidden="true" />}
        {discovery.state === 'FAILED' && (
          <Notice title={t('discovery.failed')} tone="danger" live>
            <p>{discovery.error ?? t('discovery.failedBody')}</p>
          </Notice>
        )}
        {discovery.state === 'DONE' && discovery.suggestions.length === 0 && (
          <Notice title={t('discovery.nothing')}>
            <p>{t('discovery.nothingBody')}</p>
          </Notice>
        )}
        <PackChoice
          packs={packs}
          chosen={pack}
          recommended={discovery.suggestions.filter((suggestion) => isChosen(suggestion, new Map())).length}
          onChange={(id) => {
            setPackId(id);
            setChoices(new Map());
          }}
        />
        <ul>
          {inOrder(discovery.suggestions).map((suggestion) => (
            <SuggestionRow
              key={suggestion.id}
              suggestion={suggestion}
              interval={ofPack?.get(suggestion.id)?.interval ?? suggestion.defaultInterval}
              checked={isChosen(suggestion, choices, ofPack)}
              onChange={(checked) => setChoices(new Map(choices).set(suggestion.id, checked))}
            />
          ))}
        </ul>
        <ManualPage sources={manual} onChange={setManual} />
      </Panel>
      {discovery.warnings.length > 0 && (
        <ul className={classes.warnings}>
          {discovery.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <div className={classes.footer}>
        <TextInput
          className={classes.name ?? ''}
          label={t('discovery.name')}
          value={name}
          onChange={(event) => setTypedName(event.currentTarget.value)}
        />
        {track.error && (
          <p className={classes.error} role="alert">
            <strong>{problemOf(track.error).message}.</strong> {problemOf(track.error).detail}
          </p>
        )}
        <Button size="sm" disabled={count === 0} loading={track.isPending} onClick={submit}>
          {t('discovery.track', { count })}
        </Button>
      </div>
    </>
  );
}
