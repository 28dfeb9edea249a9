import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Delivery, DeliveryState } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { RouteButton } from '../../shared/ui/RouteButton';
import { Select } from '../../shared/ui/Select';
import classes from './Alerts.module.css';
import { alertQueries, useReplay } from './queries';
import { t } from './words';

const states = ['WAITING', 'ACCEPTED', 'FAILED'] as const satisfies DeliveryState[];
const tones = { WAITING: 'info', ACCEPTED: 'success', FAILED: 'danger' } as const;

/** What was sent where, and what became of it. */
export function Deliveries() {
  const [state, setState] = useState<DeliveryState | undefined>();
  const deliveries = useQuery(alertQueries.deliveries(state));
  return (
    <Panel
      title={t('deliveries.title')}
      flush
      actions={
        <span className={classes.actions}>
          <Select
            label={t('deliveries.state')}
            all={t('deliveries.allStates')}
            value={state}
            options={states.map((value) => ({ value, label: t(`deliveryState.${value}`) }))}
            onChange={setState}
          />
          <RouteButton to="/outbox" variant="default">
            {t('outbox.link')}
          </RouteButton>
        </span>
      }
    >
      <QueryBoundary query={deliveries}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t('deliveries.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {items.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const [open, setOpen] = useState(false);
  const mayEdit = useMayEdit();
  const channels = useQuery(alertQueries.channels());
  const replay = useReplay();
  const channel = channels.data?.find(({ id }) => id === delivery.channelId)?.name ?? delivery.recipients.join(', ');
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{delivery.title}</span>
        <p className={classes.quiet}>
          {channel && `${channel} \u00b7 `}
          <RelativeTime at={delivery.createdAt} /> {'\u00b7'} {t('deliveries.attempts', { count: delivery.attempts })}
        </p>
      </div>
      <div className={classes.actions}>
        <Chip tone={tones[delivery.state]}>{t(`deliveryState.${delivery.state}`)}</Chip>
        <Button variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('deliveries.log')}
        </Button>
        {mayEdit && delivery.state !== 'WAITING' && (
          <Button
            variant="default"
            loading={replay.isPending}
            aria-label={t('deliveries.replayLabel', { title: delivery.title })}
            onClick={() => replay.mutate(delivery.id)}
          >
            {t('deliveries.replay')}
          </Button>
        )}
      </div>
      {replay.error && <ProblemNotice error={replay.error} />}
      {open && <Attempts id={delivery.id} />}
    </li>
  );
}

function Attempts({ id }: { id: string }) {
  const delivery = useQuery(alertQueries.delivery(id));
  return (
    <div className={classes.log}>
      <QueryBoundary query={delivery}>
        {({ log }) => (
          <ol>
            {log.map((attempt) => (
              <li key={attempt.at}>
                <RelativeTime at={attempt.at} /> {'\u00b7'} {t(`outcomeOf.${attempt.outcome}`)} {'\u00b7'}{' '}
                {attempt.latencyMs} ms {'\u00b7'} {attempt.detail}
              </li>
            ))}
          </ol>
        )}
      </QueryBoundary>
    </div>
  );
}
