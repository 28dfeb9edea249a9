import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { Scroll } from '../../shared/ui/Scroll';
import { Toast } from '../../shared/ui/Toast';
import { number, percent, span, success } from './figures';
import classes from './Operations.module.css';
import type { Queue } from './queries';
import { type QueueAct, useQueueActs } from './use-queue-acts';
import { t } from './words';

export function QueuesPanel({ queues }: { queues: Queue[] }) {
  const { told, act, undo } = useQueueActs();
  return (
    <Panel title={t('queues.title')} flush>
      <Scroll label={t('queues.title')} className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('queues.queue')}</th>
              <th scope="col">{t('queues.state')}</th>
              {(['ready', 'delayed', 'inflight', 'dead', 'oldest', 'throughput', 'success', 'limit'] as const).map(
                (name) => (
                  <th key={name} scope="col" className={classes.number}>
                    {t(`queues.${name}`)}
                  </th>
                ),
              )}
              <th scope="col">
                <span className="sr-only">{t('queues.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <QueueRow key={queue.queue} queue={queue} onAct={(wanted) => act(queue.queue, wanted)} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <Toast tone={told && 'failed' in told ? 'danger' : 'plain'}>
        {told &&
          ('failed' in told ? (
            t('queueDid.failed', { queue: told.queue, why: told.failed })
          ) : (
            <>
              <span>{t(`queueDid.${told.act}`, { queue: told.queue })}</span>
              <Button variant="subtle" onClick={undo}>
                {t('action.undo')}
              </Button>
            </>
          ))}
      </Toast>
    </Panel>
  );
}

function QueueRow({ queue, onAct }: { queue: Queue; onAct: (act: QueueAct) => void }) {
  const { depth, limiter } = queue;
  const share = success([queue]);
  return (
    <tr>
      <th scope="row">
        <Link to="/ops/jobs" search={{ queue: queue.queue }}>
          {queue.queue}
        </Link>
      </th>
      <td>
        <StateChips queue={queue} />
      </td>
      <Figure name="ready" value={number(depth.ready)} />
      <Figure name="delayed" value={number(depth.delayed)} />
      <Figure name="inflight" value={number(depth.inflight)} />
      <td className={classes.number} data-label={t('queues.dead')} data-bad={depth.dead > 0}>
        {depth.dead > 0 ? (
          <Link to="/ops/dead" hash={queue.queue}>
            {number(depth.dead)}
          </Link>
        ) : (
          number(0)
        )}
      </td>
      <Figure name="oldest" value={depth.ready > 0 ? span(queue.oldestAgeSeconds) : '\u2013'} />
      <Figure name="throughput" value={number(queue.ratesPerMinute.completed + queue.ratesPerMinute.dead)} />
      <Figure name="success" value={share === null ? '\u2013' : percent(share)} />
      <Figure
        name="limit"
        value={
          limiter.limit > 0
            ? t('queues.limitOf', { used: limiter.used, limit: limiter.limit, seconds: limiter.windowSeconds })
            : t('queues.noLimit')
        }
      />
      <td className={classes.wide}>
        <span className={classes.rowActions}>
          <ActButton queue={queue.queue} act={queue.paused ? 'resume' : 'pause'} onAct={onAct} />
          <ActButton queue={queue.queue} act={queue.draining ? 'reopen' : 'drain'} onAct={onAct} />
        </span>
      </td>
    </tr>
  );
}

type FigureName = 'ready' | 'delayed' | 'inflight' | 'oldest' | 'throughput' | 'success' | 'limit';

function Figure({ name, value }: { name: FigureName; value: string }) {
  return (
    <td className={classes.number} data-label={t(`queues.${name}`)}>
      {value}
    </td>
  );
}

function StateChips({ queue }: { queue: Queue }) {
  return (
    <span className={classes.chips}>
      {queue.paused && <Chip tone="warning">{t('queueState.paused')}</Chip>}
      {queue.draining && <Chip tone="warning">{t('queueState.draining')}</Chip>}
      {!queue.paused && !queue.draining && <Chip tone="success">{t('queueState.open')}</Chip>}
      {queue.mode !== 'tickets' && <Chip tone="warning">{t(`queueMode.${queue.mode}`)}</Chip>}
    </span>
  );
}

function ActButton({ queue, act, onAct }: { queue: string; act: QueueAct; onAct: (act: QueueAct) => void }) {
  return (
    <Button variant="default" aria-label={t(`queueAct.${act}.label`, { queue })} onClick={() => onAct(act)}>
      {t(`queueAct.${act}`)}
    </Button>
  );
}
