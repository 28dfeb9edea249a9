import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIsAdmin } from '../../shared/api/session';
import type { ApiKey, IssuedApiKey } from '../../shared/api/types';
import { absoluteTime } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './ApiKeys.module.css';
import { RevokeDialog, RotateDialog } from './KeyDialogs';
import { NewKey } from './NewKey';
import { apiKeyQueries } from './queries';
import { SecretDialog } from './SecretDialog';

/** The keys with which programs ask, for admins. */
export function ApiKeys() {
  const isAdmin = useIsAdmin();
  return (
    <>
      <PageHeader title={t('keys.title')} />
      <p className={classes.lead}>{t('keys.lead')}</p>
      {isAdmin ? <Managed /> : <p className={classes.quiet}>{t('keys.onlyAdmins')}</p>}
    </>
  );
}

function Managed() {
  const found = useQuery(apiKeyQueries.all());
  const [issued, setIssued] = useState<IssuedApiKey>();
  return (
    <div className={classes.stack}>
      {/* Above the list, whose length is not known before it is there: nothing moves while somebody types. */}
      <Panel title={t('keys.create')} flush>
        <NewKey onIssued={setIssued} />
      </Panel>
      <Panel title={t('keys.list')} flush>
        <QueryBoundary query={found}>
          {({ items }) => (
            <>
              {items.length === 0 && <p className={classes.empty}>{t('keys.none')}</p>}
              <ul className={classes.rows}>
                {items.map((key) => (
                  <KeyRow key={key.id} of={key} onIssued={setIssued} />
                ))}
              </ul>
            </>
          )}
        </QueryBoundary>
      </Panel>
      {issued && <SecretDialog issued={issued} onClose={() => setIssued(undefined)} />}
    </div>
  );
}

type RowProps = { of: ApiKey; onIssued: (issued: IssuedApiKey) => void };

function KeyRow({ of: key, onIssued }: RowProps) {
  const [asking, setAsking] = useState<'rotate' | 'revoke'>();
  const close = () => setAsking(undefined);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{key.name}</span> <Chip>{t(`keys.scope.${key.scope}`)}</Chip>{' '}
        {key.state !== 'LIVE' && <Chip tone="warning">{t(`keys.state.${key.state}`)}</Chip>}
        <p className={classes.quiet}>
          <code>
            {key.start.slice(0, 16)}
            {'\u2026'}
          </code>{' '}
          {'\u00b7'} <Expiry of={key} /> {'\u00b7'} <LastUse of={key} />
        </p>
        {key.state === 'LIVE' && key.previousUntil && Date.parse(key.previousUntil) > Date.now() && (
          <p className={classes.quiet}>{t('keys.oldUntil', { at: absoluteTime(key.previousUntil) })}</p>
        )}
      </div>
      {key.state !== 'REVOKED' && (
        <div className={classes.actions}>
          <Button
            variant="default"
            aria-label={t('keys.rotateLabel', { name: key.name })}
            onClick={() => setAsking('rotate')}
          >
            {t('keys.rotate')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            aria-label={t('keys.revokeLabel', { name: key.name })}
            onClick={() => setAsking('revoke')}
          >
            {t('keys.revoke')}
          </Button>
        </div>
      )}
      {asking === 'rotate' && <RotateDialog of={key} onClose={close} onIssued={onIssued} />}
      {asking === 'revoke' && <RevokeDialog of={key} onClose={close} />}
    </li>
  );
}

function Expiry({ of: key }: { of: ApiKey }) {
  if (!key.expiresAt) return <span>{t('keys.neverExpires')}</span>;
  return (
    <span>
      {t(key.state === 'EXPIRED' ? 'keys.expired' : 'keys.expires')} {absoluteTime(key.expiresAt)}
    </span>
  );
}

function LastUse({ of: key }: { of: ApiKey }) {
  if (!key.lastUsedAt) return <span>{t('keys.unused')}</span>;
  return (
    <span>
      {t('keys.used')} <RelativeTime at={key.lastUsedAt} />
    </span>
  );
}
