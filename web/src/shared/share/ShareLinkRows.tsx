import { Button } from '@mantine/core';
import type { ShareLink } from '../api/types';
import { absoluteTime } from '../format/time';
import { Chip } from '../ui/Chip';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useShareChanges } from './queries';
import classes from './Share.module.css';
import { t } from './words';

type State = 'live' | 'expired' | 'revoked';
const tones = { live: 'success', expired: 'neutral', revoked: 'neutral' } as const;

function stateOf(link: ShareLink): State {
  if (link.revokedAt) return 'revoked';
  return Date.parse(link.expiresAt) > Date.now() ? 'live' : 'expired';
}

/** Links with how they stand; a live one can be revoked. */
export function ShareLinkRows({ links, named = false }: { links: ShareLink[]; named?: boolean }) {
  const { revoke } = useShareChanges();
  if (links.length === 0) return <p className={classes.empty}>{t('share.none')}</p>;
  return (
    <>
      <ul className={classes.rows}>
        {links.map((link) => {
          const state = stateOf(link);
          return (
            <li key={link.id} className={classes.row}>
              <span className={classes.words}>
                {named && <span className={classes.title}>{link.title}</span>}
                <span className={classes.quiet}>
                  {named && `${t(`shareKind.${link.kind}`)} \u00b7 `}
                  {t('share.until', { at: absoluteTime(link.expiresAt) })} {'\u00b7'}{' '}
                  {t('share.opened', { count: link.opened })}
                </span>
              </span>
              <Chip tone={tones[state]}>{t(`share.${state}`)}</Chip>
              {state === 'live' && (
                <Button
                  variant="subtle"
                  color="red"
                  aria-label={t('share.revokeNamed', { title: link.title })}
                  loading={revoke.isPending && revoke.variables === link.id}
                  onClick={() => revoke.mutate(link.id)}
                >
                  {t('share.revoke')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {revoke.error && <ProblemNotice error={revoke.error} />}
    </>
  );
}
