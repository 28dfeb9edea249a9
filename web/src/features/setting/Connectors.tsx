import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../shared/i18n/settings-words';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { settingQueries } from './queries';
import classes from './Settings.module.css';

const tones = { MISSING: 'neutral', VERIFIED: 'success', REFUSED: 'danger' } as const;

/** Everything the workspace is connected to, how it is doing, and where it is set up. */
export function Connectors() {
  return (
    <>
      <PageHeader title={t('connectors.title')} />
      <p className={classes.lead}>{t('connectors.lead')}</p>
      <div className={classes.stack} data-in-order>
        <Collecting />
        <Understanding />
        <Telling />
      </div>
    </>
  );
}

function Collecting() {
  const providers = useQuery(settingQueries.providers());
  return (
    <Panel title={t('connectors.collect')} flush>
      <ul>
        <Row
          name={t('connectors.builtin')}
          state={<Chip tone="success">{t('connectors.builtinState')}</Chip>}
          setUp={<Link to="/sources">{t('nav.sources')}</Link>}
        />
      </ul>
      <QueryBoundary query={providers}>
        {(found) => (
          <ul className={classes.more}>
            {found.map(({ provider, name, state }) => (
              <Row
                key={provider}
                name={name}
                state={<Chip tone={tones[state]}>{t(`providerState.${state}`)}</Chip>}
                setUp={
                  <Link to="/providers" aria-label={t('connectors.setUpLabel', { name })}>
                    {t('connectors.setUp')}
                  </Link>
                }
              />
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function Understanding() {
  const model = useQuery(settingQueries.model());
  return (
    <Panel title={t('connectors.understand')} flush>
      <QueryBoundary query={model}>
        {({ configured, enabled, model: name }) => {
          const on = configured && enabled !== false;
          const state = on ? 'connectors.modelOn' : configured ? 'connectors.modelOff' : 'connectors.modelNone';
          return (
            <ul>
              <Row
                name={name ?? t('connectors.model')}
                state={<Chip tone={on ? 'success' : 'neutral'}>{t(state)}</Chip>}
                setUp={
                  <Link to="/settings/ai" aria-label={t('connectors.setUpLabel', { name: t('connectors.model') })}>
                    {t('connectors.setUp')}
                  </Link>
                }
              />
            </ul>
          );
        }}
      </QueryBoundary>
    </Panel>
  );
}

function Telling() {
  const channels = useQuery(settingQueries.channels());
  return (
    <Panel
      title={t('connectors.tell')}
      actions={
        <Link to="/alerts" aria-label={t('connectors.setUpLabel', { name: t('connectors.channels') })}>
          {t('connectors.setUp')}
        </Link>
      }
      flush
    >
      <QueryBoundary query={channels}>
        {(found) =>
          found.length === 0 ? (
            <p className={classes.empty}>{t('connectors.noChannel')}</p>
          ) : (
            <ul>
              {found.map(({ id, name, kind, enabled, trouble }) => (
                <Row
                  key={id}
                  name={`${name} (${t(`channelKind.${kind}`)})`}
                  state={
                    <Chip tone={enabled ? 'success' : 'warning'}>
                      {t(enabled ? 'connectors.channelOn' : 'connectors.channelOff')}
                    </Chip>
                  }
                  note={trouble}
                />
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

type RowProps = { name: string; state: ReactNode; note?: string | null | undefined; setUp?: ReactNode };

function Row({ name, state, note, setUp }: RowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <strong>{name}</strong> {state}
        {note && <p className={classes.quiet}>{note}</p>}
      </div>
      {setUp}
    </li>
  );
}
