import { useQuery } from '@tanstack/react-query';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Figures } from './Figures';
import classes from './Operations.module.css';
import { OperatorScreen } from './OperatorScreen';
import { QueuesPanel } from './QueuesPanel';
import { operationQueries } from './queries';
import { WorkersPanel } from './WorkersPanel';
import { t } from './words';

/** How the installation is doing: what waits, what fails, what it costs, who works. */
export function Operations() {
  return (
    <OperatorScreen title={t('ops.title')}>
      <Overview />
    </OperatorScreen>
  );
}

function Overview() {
  const queues = useQuery(operationQueries.queues());
  return (
    <QueryBoundary query={queues}>
      {/* Who works stands below: shown before the queues are there, it would jump. */}
      {({ items }) => (
        <div className={classes.stack}>
          <Figures queues={items} />
          <QueuesPanel queues={items} />
          <WorkersPanel />
        </div>
      )}
    </QueryBoundary>
  );
}
