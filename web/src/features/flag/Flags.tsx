import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIsQueueAdmin } from '../../shared/api/session';
import type { Flag } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { EditDialog } from './EditDialog';
import classes from './Flags.module.css';
import { KillDialog } from './KillDialog';
import { flagQueries } from './queries';
import { stateOf } from './setting';
import { t } from './words';

/** The switches of the installation, for those who operate it. */
export function Flags() {
  return (
    <>
      <PageHeader title={t('flags.title')} />
      {useIsQueueAdmin() ? (
        <List />
      ) : (
        <Notice title={t('forbidden.title')}>
          <p>{t('flags.onlyQueueAdmins')}</p>
        </Notice>
      )}
    </>
  );
}

function List() {
  const flags = useQuery(flagQueries.all());
  return (
    <>
      <p className={classes.lead}>{t('flags.lead')}</p>
      <Panel title={t('flags.list')} flush>
        <QueryBoundary query={flags}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={classes.empty}>{t('flags.none')}</p>
            ) : (
              <ul>
                {items.map((flag) => (
                  <FlagRow key={flag.key} of={flag} />
                ))}
              </ul>
            )
          }
        </QueryBoundary>
      </Panel>
    </>
  );
}

function FlagRow({ of: flag }: { of: Flag }) {
  const [asking, setAsking] = useState<'kill' | 'edit'>();
  const close = () => setAsking(undefined);
  const { key, killed } = flag;
  const tone = killed ? 'danger' : flag.enabled && flag.percentage === 100 ? 'success' : 'warning';
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <code className={classes.key}>{key}</code> <Chip tone={tone}>{stateOf(flag)}</Chip>{' '}
        <Chip>{t(`flags.kind.${flag.kind}`)}</Chip>
        <p>{flag.description}</p>
        <p className={classes.quiet}>
          {told(flag).join(' \u00b7 ')} {'\u00b7'} {t('flags.changed')} <RelativeTime at={flag.changedAt} />
        </p>
      </div>
      <div className={classes.actions}>
        <Button variant="default" aria-label={t('flags.editLabel', { key })} onClick={() => setAsking('edit')}>
          {t('flags.edit')}
        </Button>
        <Button
          variant="default"
          {...(killed ? {} : { color: 'red' })}
          aria-label={t(killed ? 'flags.resumeLabel' : 'flags.stopLabel', { key })}
          onClick={() => setAsking('kill')}
        >
          {t(killed ? 'flags.resume' : 'flags.stop')}
        </Button>
      </div>
      {asking === 'kill' && <KillDialog of={flag} onClose={close} />}
      {asking === 'edit' && <EditDialog of={flag} onClose={close} />}
    </li>
  );
}

function told({ owner, expiresAt, onFor, offFor }: Flag): string[] {
  const late = expiresAt != null && expiresAt < new Date().toISOString().slice(0, 10);
  return [
    t('flags.owner', { owner }),
    expiresAt ? t(late ? 'flags.expired' : 'flags.expires', { day: expiresAt }) : t('flags.stays'),
    ...(onFor.length > 0 ? [t('flags.onFor', { count: onFor.length })] : []),
    ...(offFor.length > 0 ? [t('flags.offFor', { count: offFor.length })] : []),
  ];
}
