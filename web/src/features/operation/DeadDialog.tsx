import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Select } from '../../shared/ui/Select';
import type { DeadReason } from './job-states';
import classes from './Operations.module.css';
import { type DeadFilter, type DeadLettersResult, operationKeys, operationQueries } from './queries';
import { t } from './words';

export type DeadDone = { act: 'redrive' | 'purge'; result: DeadLettersResult };

type Props = {
  queue: string;
  reason: DeadReason;
  act: 'redrive' | 'purge';
  onClose: () => void;
  onDone: (done: DeadDone) => void;
};

const ages = ['0', '3600', '86400', '604800'] as const;

/** Says what would be taken before it is taken: every change of the filter is tried without effect first. */
export function DeadDialog({ queue, reason, act, onClose, onDone }: Props) {
  const queryClient = useQueryClient();
  const [kind, setKind] = useState('');
  const [host, setHost] = useState('');
  const [older, setOlder] = useState<(typeof ages)[number]>('0');
  const [sure, setSure] = useState(false);
  const filter: DeadFilter = {
    reason,
    ...(kind.trim() && { kind: kind.trim() }),
    ...(host.trim() && { host: host.trim() }),
    ...(older !== '0' && { olderThanSeconds: Number(older) }),
  };
  const dryRun = useQuery(operationQueries.deadCount(queue, filter));
  const run = useMutation({
    mutationFn: () => {
      const request = { params: { path: { queue } }, body: { filter, dryRun: false } };
      return unwrap(
        act === 'redrive'
          ? api.POST('/api/v1/queues/{queue}/dead/redrive', request)
          : api.POST('/api/v1/queues/{queue}/dead/purge', request),
      );
    },
    onSuccess: (result) => {
      onDone({ act, result });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationKeys.all }),
  });
  const matched = dryRun.data?.matched ?? 0;
  return (
    <Dialog title={t(`dead.${act}Title`, { queue })} onClose={onClose}>
      <p>{t(`dead.${act}Body`)}</p>
      <div className={classes.form}>
        <label className={classes.field}>
          {t('jobs.kind')}
          <input
            value={kind}
            placeholder={t('dead.anyKind')}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
        </label>
        <label className={classes.field}>
          {t('jobs.host')}
          <input
            value={host}
            placeholder={t('dead.anyHost')}
            onChange={(event) => setHost(event.currentTarget.value)}
          />
        </label>
        <span className={classes.field}>
          {t('dead.older')}
          <Select
            label={t('dead.older')}
            value={older}
            options={ages.map((value) => ({ value, label: t(`dead.older.${value}`) }))}
            onChange={(value) => value && setOlder(value)}
          />
        </span>
        <QueryBoundary query={dryRun}>{(result) => <Sample result={result} />}</QueryBoundary>
        {act === 'purge' && (
          <label className={classes.check}>
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
            {t('dead.sure')}
          </label>
        )}
        {run.error && <ProblemNotice error={run.error} />}
        <div className={classes.actions}>
          <Button
            {...(act === 'purge' && { color: 'red' })}
            disabled={matched === 0 || (act === 'purge' && !sure)}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {t(act === 'redrive' ? 'dead.doRedrive' : 'dead.doPurge', { count: matched })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Sample({ result }: { result: DeadLettersResult }) {
  return (
    <div>
      <p role="status">{result.matched === 0 ? t('dead.matchedNone') : t('dead.matched', { count: result.matched })}</p>
      {result.sample.length > 0 && (
        <ul className={classes.sample} aria-label={t('dead.sample')}>
          {result.sample.slice(0, 5).map(({ id, kind, host, error }) => (
            <li key={id}>{[kind, id, host, error].filter(Boolean).join(' \u00b7 ')}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
