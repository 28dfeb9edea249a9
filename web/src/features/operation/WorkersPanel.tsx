import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { problemOf } from '../../shared/api/problem';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Operations.module.css';
import { operationKeys, operationQueries, type Worker } from './queries';
import { t } from './words';

/** The processes that work the queues, and whether each still takes jobs. */
export function WorkersPanel() {
  const workers = useQuery(operationQueries.workers());
  return (
    <Panel title={t('workers.title')} flush>
      <QueryBoundary query={workers}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t('workers.none')}</p>
          ) : (
            <ul>
              {items.map((worker) => (
                <WorkerRow key={worker.id} worker={worker} />
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function WorkerRow({ worker }: { worker: Worker }) {
  const queryClient = useQueryClient();
  const params = { path: { id: worker.id } };
  const toggle = useMutation({
    mutationFn: () =>
      worker.draining
        ? unwrap(api.DELETE('/api/v1/workers/{id}/drain', { params }))
        : unwrap(api.POST('/api/v1/workers/{id}/drain', { params })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationKeys.workers }),
  });
  const act = worker.draining ? 'resume' : 'drain';
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <strong>{worker.service}</strong> <code>{`${worker.host}:${worker.pid}`}</code>{' '}
        {worker.lost && <Chip tone="danger">{t('workers.lost')}</Chip>}{' '}
        {worker.draining && <Chip tone="warning">{t('workers.draining')}</Chip>}{' '}
        {worker.direct && <Chip tone="warning">{t('workers.direct')}</Chip>}
        <p className={classes.quiet}>
          {worker.queues.join(', ')} {'\u00b7'} {t('workers.running', { running: worker.running, slots: worker.slots })}{' '}
          {'\u00b7'} {worker.version} {'\u00b7'} {t('workers.seen')} <RelativeTime at={worker.seenAt} />
        </p>
        {toggle.error && <p role="alert">{t('workers.failed', { why: problemOf(toggle.error).message })}</p>}
      </div>
      {!worker.lost && (
        <Button
          variant="default"
          loading={toggle.isPending}
          aria-label={t(`workers.${act}.label`, { service: worker.service, host: worker.host })}
          onClick={() => toggle.mutate()}
        >
          {t(`workers.${act}`)}
        </Button>
      )}
    </li>
  );
}
