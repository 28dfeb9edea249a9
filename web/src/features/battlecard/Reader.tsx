import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Battlecard } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RouteButton } from '../../shared/ui/RouteButton';
import { Toast } from '../../shared/ui/Toast';
import { Ageing } from './Ageing';
import { useMembers } from './members';
import { battlecardQueries } from './queries';
import { Sections } from './Sections';
import { WinLossPanel } from './WinLossPanel';
import { t } from './words';

/** A card as those read it who need it mid-call: the published version, with today's facts. */
export function Reader({ id }: { id: string }) {
  const card = useQuery(battlecardQueries.card(id));
  return (
    <QueryBoundary query={card} level="h1">
      {(found) => <ReadCard card={found} />}
    </QueryBoundary>
  );
}

function ReadCard({ card }: { card: Battlecard }) {
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const { nameOf } = useMembers();
  const [copied, setCopied] = useState(false);
  const { published } = card;
  const edit = { to: '/battlecards/$id/edit', params: { id: card.id } } as const;
  useShortcuts({ e: () => mayEdit && void navigate(edit) }, { e: t('card.edit') });
  const copy = (text: string) => void navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return (
    <article>
      <PageHeader
        title={card.name}
        meta={
          <>
            {card.competitorName && (
              <Link to="/competitors/$id" params={{ id: card.competitorId }}>
                {card.competitorName}
              </Link>
            )}
            {card.audience && <span>{card.audience}</span>}
            <span>{t('card.version', { number: published.number })}</span>
            <span>
              {t('card.published', { name: nameOf(published.publishedBy), date: day(published.publishedAt) })}
            </span>
            {published.verifyBy && <span>{t('card.verifyBy', { date: day(published.verifyBy) })}</span>}
          </>
        }
        actions={
          <>
            <Button variant="default" onClick={() => window.print()}>
              {t('card.print')}
            </Button>
            {mayEdit && <RouteButton {...edit}>{t('card.edit')}</RouteButton>}
          </>
        }
      />
      <Ageing edition={published} />
      <Sections sections={card.sections.filter(({ blocks }) => blocks.length > 0)} onCopy={copy} />
      <WinLossPanel competitorId={card.competitorId} />
      <Toast>{copied && t('card.copied')}</Toast>
    </article>
  );
}
