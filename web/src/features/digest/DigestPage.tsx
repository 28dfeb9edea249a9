import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { currentSession, useMayEdit } from '../../shared/api/session';
import type { Digest, EditionHead } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { Dialog } from '../../shared/ui/Dialog';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { DigestEditor } from './DigestEditor';
import classes from './Digests.module.css';
import { digestQueries, useDigestChanges } from './queries';
import { t } from './words';

export function DigestPage({ id }: { id: string }) {
  const digest = useQuery(digestQueries.one(id));
  return (
    <QueryBoundary query={digest} level="h1">
      {(found) => (
        <>
          <PageHeader
            title={found.name}
            meta={
              <>
                <Link to="/digests">{t('digests.back')}</Link>
                <Chip tone={found.enabled ? 'success' : 'neutral'}>
                  {t(found.enabled ? 'digests.on' : 'digests.paused')}
                </Chip>
                {found.nextAt && (
                  <span>
                    {t('digests.next')} <RelativeTime at={found.nextAt} planned />
                  </span>
                )}
              </>
            }
            actions={<Acts digest={found} />}
          />
          <DigestEditor key={found.version} digest={found} aside={<Editions digestId={found.id} />} />
        </>
      )}
    </QueryBoundary>
  );
}

function Acts({ digest }: { digest: Digest }) {
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const session = useQuery(currentSession());
  const { compile, remove } = useDigestChanges();
  const [asking, setAsking] = useState(false);
  const email = session.data?.member.email ?? '';
  if (!mayEdit) return null;
  return (
    <>
      {compile.data && (
        <span role="status" className={classes.quiet}>
          {t('digest.testSent', { email })}{' '}
          <Link to="/digests/$id/editions/$edition" params={{ id: digest.id, edition: compile.data.id }}>
            {t('digest.testOpen')}
          </Link>
        </span>
      )}
      {compile.error && <ProblemNotice error={compile.error} />}
      <Button
        variant="default"
        loading={compile.isPending}
        onClick={() => compile.mutate({ id: digest.id, recipients: [email] })}
      >
        {t('digest.sendTest')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('digest.remove')}
      </Button>
      {asking && (
        <Dialog title={t('digest.removeAsk', { name: digest.name })} onClose={() => setAsking(false)}>
          <p>{t('digest.removeNote')}</p>
          {remove.error && <ProblemNotice error={remove.error} />}
          <div className={classes.actions}>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(digest.id, { onSuccess: () => void navigate({ to: '/digests' }) })}
            >
              {t('digest.remove')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('action.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Editions({ digestId }: { digestId: string }) {
  const editions = useInfiniteQuery(digestQueries.editions(digestId));
  return (
    <Panel title={t('digest.editions')} flush>
      <QueryBoundary query={editions}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.items);
          return found.length === 0 ? (
            <p className={classes.empty}>{t('digests.noEdition')}</p>
          ) : (
            <ul className={classes.rows}>
              {found.map((edition) => (
                <EditionRow key={edition.id} digestId={digestId} edition={edition} />
              ))}
            </ul>
          );
        }}
      </QueryBoundary>
      {editions.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={editions.isFetchingNextPage} onClick={() => void editions.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function EditionRow({ digestId, edition }: { digestId: string; edition: EditionHead }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/digests/$id/editions/$edition" params={{ id: digestId, edition: edition.id }}>
          {edition.headline}
        </Link>
        <p className={classes.quiet}>
          {day(edition.from)} {'\u2013'} {day(edition.to)} {'\u00b7'} {t('edition.stories', { count: edition.stories })}{' '}
          {'\u00b7'} {t(`occasion.${edition.occasion}`)}
        </p>
      </div>
    </li>
  );
}
