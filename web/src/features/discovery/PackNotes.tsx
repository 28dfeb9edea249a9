import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PackEntry, SourcePack } from '../../shared/api/types';
import classes from './PackChoice.module.css';
import { discoveryQueries } from './queries';
import { t } from './words';

const names = (entries: PackEntry[]) => entries.map(({ kind }) => t(`kind.${kind}`)).join(', ');

/** What a pack is for, what of it the site lacks, and which key is missing. */
export function PackNotes({ pack }: { pack: SourcePack }) {
  const keyed = pack.entries.filter(({ needsCredential }) => needsCredential);
  const providers = useQuery({ ...discoveryQueries.providers(), enabled: keyed.length > 0 });
  const missing = pack.entries.filter(({ collector, suggestions }) => !collector && suggestions.length === 0);
  const keyless = (providers.data ?? [])
    .filter(({ state }) => state !== 'VERIFIED')
    .map(({ provider, name }) => ({
      name,
      entries: keyed.filter(({ collector }) => collector?.toLowerCase() === provider),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <div className={classes.notes} role="note">
      <p>
        {pack.description} {missing.length > 0 && t('packs.missing', { kinds: names(missing) })}
      </p>
      {keyless.map(({ name, entries }) => (
        <p key={name} className={classes.warning}>
          {t('packs.noKey', { kinds: names(entries), provider: name })}{' '}
          <Link to="/providers">{t('providers.title')}</Link>
        </p>
      ))}
    </div>
  );
}
