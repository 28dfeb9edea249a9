import { useQuery } from '@tanstack/react-query';
import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { signalQueries } from '../features/signal/queries';
import { sourceSearch } from '../features/source/list-search';
import { SourceList } from '../features/source/SourceList';

export const Route = createFileRoute('/_member/sources/')({
  validateSearch: sourceSearch,
  search: { middlewares: [stripSearchParams({ q: '' })] },
  component: Sources,
});

function Sources() {
  const navigate = useNavigate();
  const competitors = useQuery(signalQueries.competitors());
  return (
    <SourceList
      search={Route.useSearch()}
      names={Object.fromEntries((competitors.data?.items ?? []).map(({ id, name }) => [id, name]))}
      onSearch={(search) => void navigate({ to: '/sources', search, replace: true })}
    />
  );
}
