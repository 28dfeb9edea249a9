import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { BattlecardEdition, BattlecardSummary } from '../../shared/api/types';
import { cardQueries } from '../../shared/battlecard/queries';
import { day } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import classes from './Cards.module.css';
import { useMembers } from './members';
import { NewCard } from './NewCard';
import { t } from './words';

/** All cards: whether readers have them, how far they aged, who keeps them right and until when. */
export function Cards({ competitorId }: { competitorId: string | undefined }) {
  const mayEdit = useMayEdit();
  const [isOpen, setOpen] = useState(false);
  const cards = useQuery(cardQueries.list(competitorId));
  return (
    <>
      <PageHeader
        title={t('cards.title')}
        actions={mayEdit && <Button onClick={() => setOpen(true)}>{t('cards.new')}</Button>}
      />
      <p className={classes.lead}>{t('cards.lead')}</p>
      {competitorId && (
        <p className={classes.lead}>
          <Link to="/battlecards">{t('cards.all')}</Link>
        </p>
      )}
      <Panel title={t('cards.title')} flush>
        <QueryBoundary query={cards}>
          {(found) =>
            found.length === 0 ? (
              <p className={classes.empty}>{t(mayEdit ? 'cards.none' : 'cards.noneToRead')}</p>
            ) : (
              <CardTable cards={found} />
            )
          }
        </QueryBoundary>
      </Panel>
      {isOpen && <NewCard {...(competitorId && { competitorId })} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Below 768 px each row stands for itself, with its columns' names. */
function CardTable({ cards }: { cards: BattlecardSummary[] }) {
  const mayEdit = useMayEdit();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('cards.column.card')}</th>
          <th scope="col">{t('cards.column.staleness')}</th>
          <th scope="col">{t('cards.column.verify')}</th>
          <th scope="col">{t('cards.column.owner')}</th>
          {mayEdit && <th scope="col">{t('cards.column.state')}</th>}
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <CardRow key={card.id} card={card} />
        ))}
      </tbody>
    </table>
  );
}

function CardRow({ card }: { card: BattlecardSummary }) {
  const mayEdit = useMayEdit();
  const { nameOf } = useMembers();
  const { published } = card;
  return (
    <tr>
      <th scope="row">
        {published ? (
          <Link to="/battlecards/$id" params={{ id: card.id }}>
            {card.name}
          </Link>
        ) : (
          card.name
        )}{' '}
        <span className={classes.quiet}>{[card.competitorName, card.audience].filter(Boolean).join(' \u00b7 ')}</span>
      </th>
      <td data-label={t('cards.column.staleness')}>
        {published ? <StalenessChip edition={published} /> : <Chip>{t('cards.unpublished')}</Chip>}
      </td>
      <td data-label={t('cards.column.verify')}>
        <VerifyBy edition={published ?? undefined} />
      </td>
      <td data-label={t('cards.column.owner')}>{nameOf(card.ownerId)}</td>
      {mayEdit && (
        <td data-label={t('cards.column.state')}>
          <span className={classes.actions}>
            <Chip tone={card.state === 'PUBLISHED' ? 'success' : 'neutral'}>{t(`cardState.${card.state}`)}</Chip>
            <Link
              to="/battlecards/$id/edit"
              params={{ id: card.id }}
              aria-label={t('cards.writeOf', { name: card.name })}
            >
              {t('cards.write')}
            </Link>
          </span>
        </td>
      )}
    </tr>
  );
}

function StalenessChip({ edition }: { edition: BattlecardEdition }) {
  const { changedFacts, checkedAt } = edition.staleness;
  if (changedFacts > 0) return <Chip tone="warning">{t('cards.changed', { count: changedFacts })}</Chip>;
  return checkedAt ? <Chip tone="success">{t('cards.fresh')}</Chip> : <Chip>{t('cards.unchecked')}</Chip>;
}

function VerifyBy({ edition }: { edition: BattlecardEdition | undefined }) {
  if (!edition?.verifyBy) return <span className={classes.quiet}>{t('cards.noDate')}</span>;
  const date = day(edition.verifyBy);
  return edition.overdue ? <Chip tone="danger">{t('cards.overdue', { date })}</Chip> : date;
}
