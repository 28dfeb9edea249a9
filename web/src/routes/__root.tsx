import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { t } from '../shared/i18n/translate';
import { ProblemNotice } from '../shared/ui/ProblemNotice';
import { Skeleton } from '../shared/ui/Skeleton';

const NotFound = lazy(() => import('../features/search/NotFound').then(({ NotFound }) => ({ default: NotFound })));

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  pendingComponent: () => <Skeleton />,
  errorComponent: Failed,
  notFoundComponent: () => (
    <Suspense fallback={<Skeleton />}>
      <NotFound />
    </Suspense>
  ),
});

function Failed({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <main id="main">
      <title>{`${t('failed.title')} \u00b7 CompetitorIQ`}</title>
      <ProblemNotice error={error} level="h1" onRetry={() => void router.invalidate()} />
      <a href="/">{t('notFound.home')}</a>
    </main>
  );
}
