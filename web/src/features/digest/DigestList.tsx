import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMayEdit } from '../../shared/api/session';
import type { Digest } from '../../shared/api/types';
import { shareLinks } from '../../shared/share/queries';
import { ShareLinkRows } from '../../shared/share/ShareLinkRows';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { RouteButton } from '../../shared/ui/RouteButton';
import classes from './Digests.module.css';
import { draftOf, requestOf, sentence } from './draft';
import { digestQueries, useDigestChanges } from './queries';
import { t } from './words';

/** Who is told what regularly, what they were told last, and what is shared. */
export function DigestList() {
  const mayEdit = useMayEdit();
  const digests = useQuery(digestQueries.list());
  return (
    <>
      <PageHeader
        title={t('digests.title')}
        actions={mayEdit && <RouteButton to="/digests/new">{t('digests.new')}</RouteButton>}
      />
      <p className={classes.lead}>{t('digests.lead')}</p>
      {!mayEdit && <p className={classes.quiet}>{t('digests.readOnly')}</p>}
      <div className={classes.panels} data-in-order>
        <Panel title={t('digests.list')} flush>
          <QueryBoundary query={digests}>
            {(found) =>
              found.length === 0 ? (
                <p className={classes.empty}>{t('digests.none')}</p>
              ) : (
                <ul className={classes.rows}>
                  {found.map((digest) => (
                    <DigestRow key={digest.id} digest={digest} mayEdit={mayEdit} />
                  ))}
                </ul>
              )
            }
          </QueryBoundary>
        </Panel>
        {mayEdit && <SharedLinks />}
      </div>
    </>
  );
}

function SharedLinks() {
  const links = useQuery(shareLinks());
  return (
    <Panel title={t('share.all')}>
      <QueryBoundary query={links}>{({ items }) => <ShareLinkRows links={items} named />}</QueryBoundary>
    </Panel>
  );
}

function DigestRow({ digest, mayEdit }: { digest: Digest; mayEdit: boolean }) {
  const competitors = useQuery(digestQueries.competitors());
  const { save } = useDigestChanges();
  const { id, name, enabled, version, latest, nextAt, selection } = digest;
  const [first, ...others] = selection.competitorIds;
  const competitor = competitors.data?.items.find((each) => each.id === first)?.name;
  const toggle = () =>
    save.mutate({ id, version, digest: { ...requestOf(draftOf(digest), digest), enabled: !enabled } });
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/digests/$id" params={{ id }} className={classes.name ?? ''}>
          {name}
        </Link>
        <p className={classes.quiet}>{sentence(draftOf(digest), competitor, others.length)}</p>
        {latest ? (
          <p>
            <Link to="/digests/$id/editions/$edition" params={{ id, edition: latest.id }}>
              {latest.headline}
            </Link>{' '}
            <span className={classes.quiet}>
              <RelativeTime at={latest.createdAt} />
            </span>
          </p>
        ) : (
          <p className={classes.quiet}>{t('digests.noEdition')}</p>
        )}
      </div>
      <div className={classes.actions}>
        {nextAt && (
          <span className={classes.quiet}>
            {t('digests.next')} <RelativeTime at={nextAt} planned />
          </span>
        )}
        <Chip tone={enabled ? 'success' : 'neutral'}>{t(enabled ? 'digests.on' : 'digests.paused')}</Chip>
        {mayEdit && (
          <Button
            variant="default"
            loading={save.isPending}
            aria-label={t(enabled ? 'digests.pauseNamed' : 'digests.resumeNamed', { name })}
            onClick={toggle}
          >
            {t(enabled ? 'digests.pause' : 'digests.resume')}
          </Button>
        )}
      </div>
      {save.error && <ProblemNotice error={save.error} />}
    </li>
  );
}
