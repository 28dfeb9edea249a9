import { createFileRoute } from '@tanstack/react-router';
import { Alerts } from '../features/alert/Alerts';
import { alertQueries } from '../features/alert/queries';

export const Route = createFileRoute('/_member/alerts/')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(alertQueries.rules()),
  component: Alerts,
});
