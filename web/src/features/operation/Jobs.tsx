import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../shared/ui/Notice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { JobList } from './JobList';
import type { JobSearch } from './job-search';
import { OperatorScreen } from './OperatorScreen';
import { operationQueries } from './queries';
import { t } from './words';

type Props = { search: JobSearch; onSearch: (search: JobSearch) => void };

/** The jobs of one queue, live, with what can be done to them. */
export function Jobs(props: Props) {
  return (
    <OperatorScreen title={t('jobs.title')}>
      <Chosen {...props} />
    </OperatorScreen>
  );
}

/** Without a queue in the address the one that needs somebody most: most dead letters, else most waiting. */
function Chosen({ search, onSearch }: Props) {
  const queues = useQuery(operationQueries.queues());
  return (
    <QueryBoundary query={queues}>
      {({ items }) => {
        const [neediest] = [...items].sort((a, b) => b.depth.dead - a.depth.dead || b.depth.ready - a.depth.ready);
        const queue = search.queue ?? neediest?.queue;
        if (!queue) return <Notice title={t('jobs.noneYet')} />;
        return (
          <JobList
            key={queue}
            queue={queue}
            queues={items.map((one) => one.queue)}
            search={search}
            onSearch={onSearch}
          />
        );
      }}
    </QueryBoundary>
  );
}
