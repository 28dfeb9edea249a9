import { Link } from '@tanstack/react-router';
import type { WatchedSource } from '../../shared/api/types';
import { everyInterval } from '../../shared/format/time';
import { shortUrl } from '../../shared/format/words';
import { SourceStateMark } from '../../shared/source/SourceStateMark';
import { Chip } from '../../shared/ui/Chip';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { t } from './list-words';
import type { Names } from './SourceList';
import classes from './SourceList.module.css';

type Props = {
  sources: WatchedSource[];
  names: Names;
  selected: ReadonlySet<string>;
  onSelect: ((source: WatchedSource) => void) | undefined;
  onSelectAll: (all: boolean) => void;
};

export function SourceTable({ sources, names, selected, onSelect, onSelectAll }: Props) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {onSelect && (
            <td>
              <input
                type="checkbox"
                className={classes.select}
                aria-label={t('sourceList.selectAll')}
                checked={sources.every(({ id }) => selected.has(id))}
                onChange={(event) => onSelectAll(event.currentTarget.checked)}
              />
            </td>
          )}
          <th scope="col">{t('sources.page')}</th>
          <th scope="col">{t('sources.health')}</th>
          <th scope="col">{t('sourceList.every')}</th>
          <th scope="col">{t('sourceList.lastOk')}</th>
          <th scope="col">{t('sources.next')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Row
            key={source.id}
            source={source}
            competitor={names[source.competitorId]}
            selected={selected.has(source.id)}
            onSelect={onSelect}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Without a word from the service that visits it, nothing is said of its visits. */
function LastOk({ health }: { health: WatchedSource['health'] }) {
  if (!health) return '\u2013';
  return health.lastOkAt ? <RelativeTime at={health.lastOkAt} inRow /> : t('sources.never');
}

type RowProps = {
  source: WatchedSource;
  competitor: string | undefined;
  selected: boolean;
  onSelect: ((source: WatchedSource) => void) | undefined;
};

function Row({ source, competitor, selected, onSelect }: RowProps) {
  const { schedule, health } = source;
  const interval = schedule?.adaptive?.current ?? schedule?.interval;
  return (
    <tr data-row={source.id} data-reveals-time>
      {onSelect && (
        <td className={classes.choice}>
          <input
            type="checkbox"
            className={classes.select}
            aria-label={t('sourceList.select', { url: shortUrl(source.url) })}
            checked={selected}
            onChange={() => onSelect(source)}
          />
        </td>
      )}
      <th scope="row">
        <span className={classes.page}>
          <Link to="/sources/$id" params={{ id: source.id }} className={classes.name ?? ''} data-row-link>
            {source.title ?? shortUrl(source.url)}
          </Link>
          <Chip>{t(`kind.${source.kind}`)}</Chip>
        </span>
        <span className={classes.quiet}>
          {competitor && (
            <>
              <Link to="/competitors/$id" params={{ id: source.competitorId }}>
                {competitor}
              </Link>{' '}
              {'\u00b7'}{' '}
            </>
          )}
          {shortUrl(source.url)}
        </span>
      </th>
      <td>
        <SourceStateMark source={source} />
      </td>
      <td data-label={t('sourceList.every')}>{interval ? everyInterval(interval) : (schedule?.cron ?? '\u2013')}</td>
      <td data-label={t('sourceList.lastOk')}>
        <LastOk health={health} />
      </td>
      <td data-label={t('sources.next')}>
        {source.nextVisitAt && !source.paused ? <RelativeTime at={source.nextVisitAt} planned inRow /> : '\u2013'}
      </td>
    </tr>
  );
}
