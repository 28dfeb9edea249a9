import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { WinLoss } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Toast } from '../../shared/ui/Toast';
import { DealList } from './DealList';
import classes from './Deals.module.css';
import { dealQueries } from './deal-queries';
import { ImportDeals } from './ImportDeals';
import { t } from './words';

/** How deals against a competitor end, of how many, and why. */
export function WinLossPanel({ competitorId }: { competitorId: string }) {
  const mayEdit = useMayEdit();
  const summary = useQuery(dealQueries.summary(competitorId));
  const [open, setOpen] = useState<'import' | 'list'>();
  const [said, setSaid] = useState('');
  return (
    <Panel
      title={t('deals.title')}
      actions={
        mayEdit && (
          <Button variant="default" onClick={() => setOpen('import')}>
            {t('deals.import')}
          </Button>
        )
      }
    >
      <QueryBoundary query={summary}>
        {(found) => <Summary summary={found} onShow={() => setOpen('list')} />}
      </QueryBoundary>
      {open === 'import' && (
        <ImportDeals competitorId={competitorId} onDone={setSaid} onClose={() => setOpen(undefined)} />
      )}
      {open === 'list' && <DealList competitorId={competitorId} onClose={() => setOpen(undefined)} />}
      <Toast>{said}</Toast>
    </Panel>
  );
}

function Summary({ summary, onShow }: { summary: WinLoss; onShow: () => void }) {
  const { decided, noDecision, winRate, from, to, reasons } = summary;
  if (decided + noDecision === 0) return <p className={classes.quiet}>{t('deals.none')}</p>;
  return (
    <div className={classes.parts}>
      <p className={classes.rate}>
        {typeof winRate === 'number' ? (
          <>
            <strong>{t('deals.rate', { percent: Math.round(winRate * 100) })}</strong>
            <span>{t('deals.of', { count: decided })}</span>
          </>
        ) : (
          <span>{t('deals.undecided')}</span>
        )}
        {noDecision > 0 && <span className={classes.quiet}>{t('deals.noDecision', { count: noDecision })}</span>}
        {from && to && <span className={classes.quiet}>{t('deals.span', { from: day(from), to: day(to) })}</span>}
      </p>
      {reasons.length > 0 && (
        <div>
          <h3>{t('deals.reasons')}</h3>
          <ul className={classes.rows}>
            {reasons.map(({ outcome, reason, deals }) => (
              <li key={`${outcome} ${reason}`}>
                <span>{reason}</span>
                <span className={classes.quiet}>
                  {t(`deals.${outcome}`)} {'\u00b7'} {t('deals.reason', { count: deals })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <Button variant="subtle" onClick={onShow}>
          {t('deals.show')}
        </Button>
      </div>
    </div>
  );
}
