import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMayEdit } from '../../shared/api/session';
import type { Edition } from '../../shared/api/types';
import { EditionArticle } from '../../shared/edition/EditionArticle';
import { ShareButton } from '../../shared/share/ShareDialog';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Digests.module.css';
import { digestQueries } from './queries';
import { t } from './words';

type Props = { id: string; edition: string };

/** An edition as it was sent. */
export function EditionPage({ id, edition }: Props) {
  const query = useQuery(digestQueries.edition(id, edition));
  return (
    <QueryBoundary query={query} level="h1">
      {(found) => <Found edition={found} />}
    </QueryBoundary>
  );
}

function Found({ edition }: { edition: Edition }) {
  const mayEdit = useMayEdit();
  const { content } = edition;
  return (
    <article>
      <PageHeader
        title={content.headline}
        meta={
          <>
            <Link to="/digests/$id" params={{ id: edition.digestId }}>
              {content.name}
            </Link>
            <Chip>{t(`audience.${content.audience}`)}</Chip>
            <span>
              {t(`occasion.${edition.occasion}`)} <RelativeTime at={edition.createdAt} />
            </span>
          </>
        }
        actions={
          <>
            <Button
              component="a"
              variant="default"
              href={`/api/v1/digests/${edition.digestId}/editions/${edition.id}/pdf`}
              download
            >
              {t('edition.pdf')}
            </Button>
            {mayEdit && <ShareButton kind="EDITION" targetId={edition.id} />}
          </>
        }
      />
      <div className={classes.panels}>
        <Panel title={content.name}>
          <EditionArticle content={content} />
        </Panel>
        <Deliveries editionId={edition.id} />
      </div>
    </article>
  );
}

const tones = { WAITING: 'info', ACCEPTED: 'success', FAILED: 'danger' } as const;

function Deliveries({ editionId }: { editionId: string }) {
  const deliveries = useQuery(digestQueries.deliveries(editionId));
  const channels = useQuery(digestQueries.channels());
  return (
    <Panel title={t('edition.deliveries')} flush>
      <QueryBoundary query={deliveries}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t('edition.notSent')}</p>
          ) : (
            <ul className={classes.rows}>
              {items.map((delivery) => (
                <li key={delivery.id} className={classes.row}>
                  <span className={classes.words}>
                    {channels.data?.find(({ id }) => id === delivery.channelId)?.name ?? delivery.recipients.join(', ')}
                  </span>
                  <Chip tone={tones[delivery.state]}>{t(`deliveryState.${delivery.state}`)}</Chip>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}
