import { ActionIcon, Button } from '@mantine/core';
import { GearIcon } from '@primer/octicons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import { useMayEdit } from '../../shared/api/session';
import type { WatchedSource } from '../../shared/api/types';
import { everyInterval } from '../../shared/format/time';
import { shortUrl } from '../../shared/format/words';
import { SourceStateMark } from '../../shared/source/SourceStateMark';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { useVisitNow } from './queries';
import { SourceSettings } from './SourceSettings';
import classes from './SourcesPanel.module.css';
import { t } from './words';

export function SourceRow({ source }: { source: WatchedSource }) {
  const mayEdit = useMayEdit();
  const visit = useVisitNow();
  const [isOpen, setOpen] = useState(false);
  const lastVisitAt = source.health?.lastVisitAt ?? source.lastVisitAt;
  const interval = source.schedule?.adaptive?.current ?? source.schedule?.interval;
  return (
    <tr>
      <th scope="row">
        <span className={classes.page}>
          <Chip>{t(`kind.${source.kind}`)}</Chip>
          <ExternalLink href={source.url}>{source.title ?? shortUrl(source.url)}</ExternalLink>
        </span>
        <span className={classes.below}>
          {source.title && <span className={classes.url}>{shortUrl(source.url)}</span>}
          <Link
            to="/sources/$id"
            params={{ id: source.id }}
            aria-label={t('source.versionsOf', { url: shortUrl(source.url) })}
          >
            {t('source.versions')}
          </Link>
        </span>
      </th>
      <td>
        <SourceStateMark source={source} />
      </td>
      <td data-label={t('sources.last')}>
        {lastVisitAt ? <RelativeTime at={lastVisitAt} /> : <span className={classes.quiet}>{t('sources.never')}</span>}
      </td>
      <td data-label={t('sources.next')}>
        {source.nextVisitAt && !source.paused ? <RelativeTime at={source.nextVisitAt} planned /> : '\u2013'}
        {interval && <span className={classes.quiet}> {everyInterval(interval)}</span>}
      </td>
      <td className={classes.action}>
        {mayEdit && (
          <Button
            variant="default"
            loading={visit.isPending}
            onClick={() => visit.mutate(source.id)}
            aria-label={t('sources.visitLabel', { url: shortUrl(source.url) })}
          >
            {t('sources.visit')}
          </Button>
        )}
        {mayEdit && (
          <ActionIcon
            title={t('sources.settings')}
            aria-label={t('sources.settingsOf', { url: shortUrl(source.url) })}
            onClick={() => setOpen(true)}
          >
            <GearIcon size={18} aria-hidden />
          </ActionIcon>
        )}
        {isOpen && <SourceSettings source={source} onClose={() => setOpen(false)} />}
        <span role="status" className={classes.said}>
          {visit.isSuccess && (visit.data.duplicate ? t('sources.alreadyAsked') : t('sources.asked'))}
          {visit.error && problemOf(visit.error).message}
        </span>
      </td>
    </tr>
  );
}
