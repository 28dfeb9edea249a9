import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { workspaceQueries } from '../../shared/api/workspace';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Doors } from './Doors';
import { t } from './words';

/** The one screen between the set-up and the product. Whoever watches somebody already is sent on. */
export function Welcome() {
  const overview = useQuery(workspaceQueries.overview());
  if ((overview.data?.competitors ?? 0) > 0) return <Navigate to="/" replace />;
  return (
    <>
      <PageHeader title={t('welcome.title')} />
      <Doors />
    </>
  );
}
