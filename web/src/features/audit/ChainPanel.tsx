import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Audit.module.css';
import { auditQueries } from './queries';
import { t } from './words';

/** Whether every row still follows the one before it, and where the chain ends. */
export function ChainPanel() {
  const chain = useQuery(auditQueries.chain());
  return (
    <Panel title={t('audit.chain')} note={t('audit.chainNote')}>
      <QueryBoundary query={chain}>
        {(state) => (
          <div className={classes.stack}>
            <p role="status" className={classes.verdict} data-broken={state.firstBreak != null}>
              {state.firstBreak
                ? t('audit.broken', { sequence: state.firstBreak.sequence, detail: state.firstBreak.detail })
                : t('audit.whole', { rows: state.rows.toLocaleString('en') })}
            </p>
            {state.forgotten > 0 && <p>{t('audit.forgotten', { count: state.forgotten })}</p>}
            <dl className={classes.facts}>
              <dt>{t('audit.checked')}</dt>
              <dd>
                <RelativeTime at={state.checkedAt} />
              </dd>
              <dt>{t('audit.head')}</dt>
              <dd>
                <code>
                  {state.headSequence} {state.headHash}
                </code>
              </dd>
            </dl>
            <p className={classes.quiet}>{t('audit.headHelp')}</p>
            <Button variant="default" loading={chain.isFetching} onClick={() => void chain.refetch()}>
              {t('audit.checkAgain')}
            </Button>
          </div>
        )}
      </QueryBoundary>
    </Panel>
  );
}
