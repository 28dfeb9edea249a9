import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Link, Outlet, useRouter } from '@tanstack/react-router';
import { t } from '../shared/i18n/translate';
import { Notice } from '../shared/ui/Notice';
import notice from '../shared/ui/Notice.module.css';
import { ProblemNotice } from '../shared/ui/ProblemNotice';
import { Skeleton } from '../shared/ui/Skeleton';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  pendingComponent: () => <Skeleton />,
  errorComponent: Failed,
  notFoundComponent: NotFound,
});

function Failed({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <main id="main">
      <title>{`${t('failed.title')} \u00b7 CompetitorIQ`}</title>
      <ProblemNotice error={error} level="h1" onRetry={() => void router.invalidate()} />
    </main>
  );
}

function NotFound() {
  return (
    <main id="main">
      <title>{`${t('notFound.title')} \u00b7 CompetitorIQ`}</title>
      <Notice title={t('notFound.title')} level="h1">
        <p>{t('notFound.body')}</p>
        <Link to="/" className={notice.action ?? ''}>
          {t('notFound.home')}
        </Link>
      </Notice>
    </main>
  );
}
