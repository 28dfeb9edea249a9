import { ActionIcon, Button } from '@mantine/core';
import { TrashIcon } from '@primer/octicons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMayEdit } from '../../shared/api/session';
import type { DealOutcome } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { valueText } from '../../shared/format/value';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import classes from './Deals.module.css';
import { dealQueries, useDealChanges } from './deal-queries';
import { t } from './words';

/** The deals behind a rate, the latest first; what was imported by mistake is taken out. */
export function DealList({ competitorId, onClose }: { competitorId: string; onClose: () => void }) {
  const deals = useInfiniteQuery(dealQueries.list(competitorId));
  const { remove } = useDealChanges(competitorId);
  return (
    <Dialog title={t('deals.list')} onClose={onClose}>
      <div className={classes.parts}>
        {remove.error && <ProblemNotice error={remove.error} />}
        <QueryBoundary query={deals}>
          {({ pages }) => (
            <ul className={classes.rows}>
              {pages
                .flatMap(({ items }) => items)
                .map((deal) => (
                  <DealRow key={deal.id} deal={deal} onRemove={() => remove.mutate(deal.id)} />
                ))}
            </ul>
          )}
        </QueryBoundary>
        <div className={classes.actions}>
          {deals.hasNextPage && (
            <Button variant="default" loading={deals.isFetchingNextPage} onClick={() => void deals.fetchNextPage()}>
              {t('action.more')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('action.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function DealRow({ deal, onRemove }: { deal: DealOutcome; onRemove: () => void }) {
  const mayEdit = useMayEdit();
  const { amountMinor, currency } = deal;
  return (
    <li>
      <strong>{deal.deal}</strong>
      <span>{t(`deals.${deal.outcome}`)}</span>
      {typeof amountMinor === 'number' && currency && <span>{valueText({ text: '', amountMinor, currency })}</span>}
      <span className={classes.quiet}>{[day(deal.closedOn), deal.reason].filter(Boolean).join(' \u00b7 ')}</span>
      {mayEdit && (
        <span className={classes.end}>
          <ActionIcon
            title={t('deals.remove', { deal: deal.deal })}
            aria-label={t('deals.remove', { deal: deal.deal })}
            onClick={onRemove}
          >
            <TrashIcon size={16} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
