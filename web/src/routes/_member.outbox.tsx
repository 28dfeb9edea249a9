import { createFileRoute } from '@tanstack/react-router';
import { Outbox } from '../features/alert/Outbox';
import { alertQueries } from '../features/alert/queries';

export const Route = createFileRoute('/_member/outbox')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(alertQueries.outbox()),
  component: Outbox,
});
