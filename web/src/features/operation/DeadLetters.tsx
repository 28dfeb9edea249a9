import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Toast } from '../../shared/ui/Toast';
import { DeadDialog, type DeadDone } from './DeadDialog';
import { type DeadReason, deadReasons } from './job-states';
import classes from './Operations.module.css';
import { OperatorScreen } from './OperatorScreen';
import { type DeadLettersResult, operationQueries } from './queries';
import { t } from './words';

/** What died, by queue and reason, with the way back to life and the way out. */
export function DeadLetters() {
  return (
    <OperatorScreen title={t('ops.dead')}>
      <Groups />
    </OperatorScreen>
  );
}

type Asked = { queue: string; reason: DeadReason; act: 'redrive' | 'purge' };

function Groups() {
  const queues = useQuery(operationQueries.queues());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<DeadDone | null>(null);
  return (
    <>
      <p className={classes.lead}>{t('dead.lead')}</p>
      <QueryBoundary query={queues}>
        {({ items }) => {
          const dead = items.filter(({ depth }) => depth.dead > 0);
          if (dead.length === 0) {
            return (
              <Notice title={t('dead.none')}>
                <p>{t('dead.noneBody')}</p>
              </Notice>
            );
          }
          return (
            <div className={classes.stack}>
              {dead.map(({ queue }) => (
                <div key={queue} id={queue}>
                  <QueueGroup queue={queue} onAsk={(reason, act) => setAsked({ queue, reason, act })} />
                </div>
              ))}
            </div>
          );
        }}
      </QueryBoundary>
      {asked && <DeadDialog {...asked} onClose={() => setAsked(null)} onDone={setDone} />}
      <Toast>
        {done && (
          <span>
            {t(`dead.did.${done.act}`, { count: done.result.done })}
            {done.result.duplicates > 0 && ` ${t('dead.duplicates', { count: done.result.duplicates })}`}
            {done.result.more && ` ${t('dead.again')}`}
          </span>
        )}
      </Toast>
    </>
  );
}

type GroupProps = { queue: string; onAsk: (reason: DeadReason, act: Asked['act']) => void };

function QueueGroup({ queue, onAsk }: GroupProps) {
  const counts = useQueries({
    queries: deadReasons.map((reason) => operationQueries.deadCount(queue, { reason })),
  });
  return (
    <Panel title={queue} flush>
      <ul>
        {deadReasons.map((reason, index) => {
          const count = counts[index];
          if (count?.data && count.data.matched === 0) return null;
          return (
            <li key={reason} className={classes.row}>
              <div className={classes.words}>
                <strong>{t(`deadReason.${reason}`)}</strong>
                {count?.data && <span className={classes.quiet}> {howMany(count.data)}</span>}
                <p className={classes.quiet}>{t(`deadFix.${reason}`)}</p>
                <p className={classes.quiet}>{count?.data?.sample[0]?.error}</p>
              </div>
              <div className={classes.actions}>
                <Link
                  to="/ops/jobs"
                  search={{ queue, state: 'dead', reason }}
                  aria-label={t('dead.seeLabel', { queue, reason: t(`deadReason.${reason}`) })}
                >
                  {t('dead.see')}
                </Link>
                {(['redrive', 'purge'] as const).map((act) => (
                  <Button
                    key={act}
                    variant={act === 'redrive' ? 'default' : 'subtle'}
                    {...(act === 'purge' && { color: 'red' })}
                    aria-label={t(`dead.${act}Label`, { queue, reason: t(`deadReason.${reason}`) })}
                    onClick={() => onAsk(reason, act)}
                  >
                    {t(`dead.${act}`)}
                  </Button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function howMany({ matched, more }: DeadLettersResult): string {
  return t(more ? 'dead.atLeast' : 'dead.count', { count: matched });
}
