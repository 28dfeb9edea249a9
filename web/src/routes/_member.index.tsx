import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { inboxSearch } from '../features/signal/filters';
import { Inbox } from '../features/signal/Inbox';
import { signalQueries } from '../features/signal/queries';
import { Skeleton } from '../shared/ui/Skeleton';

const FirstSteps = lazy(() =>
  import('../features/welcome/FirstSteps').then(({ FirstSteps }) => ({ default: FirstSteps })),
);
const Doors = lazy(() => import('../features/welcome/Doors').then(({ Doors }) => ({ default: Doors })));

export const Route = createFileRoute('/_member/')({
  validateSearch: inboxSearch,
  search: { middlewares: [stripSearchParams({ triage: 'NEW' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(signalQueries.list(deps)),
  component: Home,
});

function Home() {
  return (
    <Inbox
      search={Route.useSearch()}
      above={
        <Suspense fallback={null}>
          <FirstSteps />
        </Suspense>
      }
      nobody={
        <Suspense fallback={<Skeleton rows={3} />}>
          <Doors />
        </Suspense>
      }
    />
  );
}
