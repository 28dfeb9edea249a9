import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { shortUrl } from '../../shared/format/words';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Skeleton } from '../../shared/ui/Skeleton';
import { signalQueries } from './queries';
import classes from './SignalRow.module.css';

/** The other signals of a row's story. */
export function StoryMembers({ storyId, except }: { storyId: string; except: string }) {
  const members = useQuery(signalQueries.storySignals(storyId));
  return (
    <div className={classes.members}>
      <QueryBoundary query={members} skeleton={<Skeleton rows={1} />}>
        {({ items }) => (
          <ul>
            {items
              .filter(({ id }) => id !== except)
              .map((signal) => (
                <li key={signal.id}>
                  <Link to="/signals/$id" params={{ id: signal.id }}>
                    {signal.headline}
                  </Link>{' '}
                  {'\u00b7'} {signal.pageTitle ?? shortUrl(signal.url)} {'\u00b7'}{' '}
                  <RelativeTime at={signal.detectedAt} />
                </li>
              ))}
          </ul>
        )}
      </QueryBoundary>
    </div>
  );
}
