import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { inboxSearch } from '../features/signal/filters';
import { Inbox } from '../features/signal/Inbox';
import { signalQueries } from '../features/signal/queries';
import { FirstSteps } from '../features/welcome/FirstSteps';
import { useFirstSteps } from '../features/welcome/queries';
import { t } from '../shared/i18n/translate';
import { PageHeader } from '../shared/ui/PageHeader';
import { Skeleton } from '../shared/ui/Skeleton';

const Doors = lazy(() => import('../features/welcome/Doors').then(({ Doors }) => ({ default: Doors })));

export const Route = createFileRoute('/_member/')({
  validateSearch: inboxSearch,
  search: { middlewares: [stripSearchParams({ triage: 'NEW' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(signalQueries.list(deps)),
  component: Home,
});

function Home() {
  const search = Route.useSearch();
  const steps = useFirstSteps();
  const isLate = useLate();
  // What stands above the list is known before the list is there: coming later it would push it down under one's eyes.
  if (steps.isLoading && steps.failureCount === 0 && !isLate) {
    return (
      <>
        <PageHeader title={t('inbox.title')} />
        <Skeleton />
      </>
    );
  }
  return (
    <Inbox
      search={search}
      above={<FirstSteps known={steps.data} />}
      nobody={
        <Suspense fallback={<Skeleton rows={3} />}>
          <Doors />
        </Suspense>
      }
    />
  );
}

/** How long the list waits for what stands above it, in milliseconds. */
const patience = 1000;

function useLate(): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
