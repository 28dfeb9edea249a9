import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssessmentBatch, AssessmentBatchScope } from '../../shared/api/types';
import { fromMicros } from '../../shared/format/money';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Select } from '../../shared/ui/Select';
import classes from './Ai.module.css';
import { aiQueries, useBatchActs } from './queries';
import { t } from './words';

type Which = NonNullable<AssessmentBatchScope['which']>;
const whichs: Which[] = ['MISSING', 'OUTDATED', 'ALL'];
const days = ['7', '30', '90'] as const;
const running = ['PREPARED', 'SUBMITTED', 'CANCELLING'];
const tones = { DONE: 'success', FAILED: 'danger', EXPIRED: 'warning', CANCELLED: 'warning' } as const;

/** Assess many signals anew at the batch price: what it would cost first, how it is doing after. */
export function BatchesPanel() {
  const [which, setWhich] = useState<Which>('MISSING');
  const [back, setBack] = useState<(typeof days)[number]>('30');
  const { estimate, order } = useBatchActs();
  const scope = { which, days: Number(back) };
  const forget = () => {
    estimate.reset();
    order.reset();
  };
  return (
    <Panel title={t('batch.title')} note={t('batch.note')}>
      <div className={classes.actions}>
        <Select
          label={t('batch.which')}
          value={which}
          options={whichs.map((value) => ({ value, label: t(`batchWhich.${value}`) }))}
          onChange={(value = 'MISSING') => {
            setWhich(value);
            forget();
          }}
        />
        <Select
          label={t('batch.days')}
          value={back}
          options={days.map((value) => ({ value, label: t('batch.lastDays', { count: Number(value) }) }))}
          onChange={(value = '30') => {
            setBack(value);
            forget();
          }}
        />
        <Button variant="default" loading={estimate.isPending} onClick={() => estimate.mutate(scope)}>
          {t('batch.estimate')}
        </Button>
      </div>
      {estimate.error && <ProblemNotice error={estimate.error} />}
      {estimate.data && <Estimate found={estimate.data} order={order} scope={scope} />}
      <BatchList />
    </Panel>
  );
}

type Acts = ReturnType<typeof useBatchActs>;
type EstimateProps = {
  found: NonNullable<Acts['estimate']['data']>;
  order: Acts['order'];
  scope: AssessmentBatchScope;
};

function Estimate({ found, order, scope }: EstimateProps) {
  if (found.signals === 0) return <p className={classes.quiet}>{t('batch.nothing')}</p>;
  return (
    <div className={classes.switch}>
      <p role="status">
        {t('batch.signals', { count: found.signals })}{' '}
        {found.priced ? t('batch.most', { amount: fromMicros(found.mostMicros) }) : t('batch.free')}{' '}
        {typeof found.likelyMicros === 'number' &&
          found.priced &&
          t('batch.likely', { amount: fromMicros(found.likelyMicros) })}{' '}
        {found.more > 0 && t('batch.more', { count: found.more })}
      </p>
      {order.error && <ProblemNotice error={order.error} />}
      {order.isSuccess ? (
        <p className={classes.quiet}>{t('batch.ordered')}</p>
      ) : (
        <Button loading={order.isPending} onClick={() => order.mutate(scope)}>
          {t('batch.order', { count: found.signals })}
        </Button>
      )}
    </div>
  );
}

function BatchList() {
  const batches = useQuery(aiQueries.batches());
  return (
    <QueryBoundary query={batches}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={classes.quiet}>{t('batch.none')}</p>
        ) : (
          <ul className={classes.batches}>
            {items.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </ul>
        )
      }
    </QueryBoundary>
  );
}

function BatchRow({ batch }: { batch: AssessmentBatch }) {
  const { cancel } = useBatchActs();
  const isRunning = running.includes(batch.state);
  const done = Math.max(batch.settled, batch.providerDone);
  const tone = batch.state in tones ? tones[batch.state as keyof typeof tones] : undefined;
  const label = t('batch.progress', { done, signals: batch.signals });
  return (
    <li>
      <div className={classes.actions}>
        <Chip {...(tone ? { tone } : {})}>{t(`batchState.${batch.state}`)}</Chip>
        <RelativeTime at={batch.createdAt} />
        {isRunning && batch.state !== 'CANCELLING' && (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(batch.id)}
          >
            {t('batch.cancel')}
          </Button>
        )}
      </div>
      {isRunning && <progress max={batch.signals} value={done} aria-label={label} />}
      <p className={classes.quiet}>
        {isRunning ? label : t('batch.outcome', { answered: batch.answered, signals: batch.signals })} {batch.reason}{' '}
        {isRunning
          ? t('batch.aside', { amount: fromMicros(batch.reservedMicros) })
          : t('batch.cost', { amount: fromMicros(batch.costMicros) })}
      </p>
      {cancel.error && <ProblemNotice error={cancel.error} />}
    </li>
  );
}
