import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AiState } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Ai.module.css';
import { aiQueries, useAiChanges } from './queries';
import { t } from './words';

/** How the model is doing, and the master switch. */
export function ModelPanel() {
  const state = useQuery(aiQueries.state());
  return (
    <Panel title={t('ai.model')} note={state.data && <Mark state={state.data} />}>
      <QueryBoundary query={state}>{(found) => <State state={found} />}</QueryBoundary>
    </Panel>
  );
}

function Mark({ state }: { state: AiState }) {
  if (!state.configured) return <Chip>{t('ai.notConfigured')}</Chip>;
  if (!state.enabled || state.stopped) return <Chip tone="warning">{t('ai.off')}</Chip>;
  return state.rest ? <Chip tone="danger">{t('ai.resting')}</Chip> : <Chip tone="success">{t('ai.ready')}</Chip>;
}

function State({ state }: { state: AiState }) {
  return (
    <>
      <p>{state.reason}</p>
      {!state.configured && <p className={classes.quiet}>{t('ai.works')}</p>}
      <dl className={classes.facts}>
        {state.model && (
          <>
            <dt>{t('ai.name')}</dt>
            <dd>{state.model}</dd>
          </>
        )}
        {state.baseUrl && (
          <>
            <dt>{t('ai.address')}</dt>
            <dd>{state.baseUrl}</dd>
          </>
        )}
        {state.rest && (
          <>
            <dt>{t('ai.restUntil')}</dt>
            <dd>
              <RelativeTime at={state.rest.until} planned /> <span className={classes.quiet}>{state.rest.reason}</span>
            </dd>
          </>
        )}
        {state.lastAnsweredAt && (
          <>
            <dt>{t('ai.lastAnswer')}</dt>
            <dd>
              <RelativeTime at={state.lastAnsweredAt} />
            </dd>
          </>
        )}
        {state.lastFailure && (
          <>
            <dt>{t('ai.lastFailure')}</dt>
            <dd>
              {state.lastFailure.outcome}
              {state.lastFailure.httpStatus ? ` (HTTP ${state.lastFailure.httpStatus})` : ''},{' '}
              <RelativeTime at={state.lastFailure.at} />
            </dd>
          </>
        )}
      </dl>
      {state.configured && <Switch enabled={state.enabled} />}
    </>
  );
}

function Switch({ enabled }: { enabled: boolean }) {
  const { flip } = useAiChanges();
  return (
    <div className={classes.switch}>
      <p className={classes.quiet}>{enabled ? t('ai.switchOffHelp') : t('ai.switchOnHelp')}</p>
      {flip.error && <ProblemNotice error={flip.error} />}
      <Button
        variant="default"
        {...(enabled ? { color: 'red' } : {})}
        loading={flip.isPending}
        onClick={() => flip.mutate(!enabled)}
      >
        {enabled ? t('ai.switchOff') : t('ai.switchOn')}
      </Button>
    </div>
  );
}
