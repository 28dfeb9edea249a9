import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { inboxSearch } from '../features/signal/filters';
import { Inbox } from '../features/signal/Inbox';
import { signalQueries } from '../features/signal/queries';

export const Route = createFileRoute('/_member/')({
  validateSearch: inboxSearch,
  search: { middlewares: [stripSearchParams({ triage: 'NEW' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(signalQueries.list(deps)),
  component: () => <Inbox search={Route.useSearch()} />,
});
