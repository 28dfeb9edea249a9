import { useQuery } from '@tanstack/react-query';
import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { hitTypes } from '../features/search/hit-types';
import { SearchPage } from '../features/search/SearchPage';
import { signalQueries } from '../features/signal/queries';

const search = v.object({
  q: v.optional(v.fallback(v.string(), ''), ''),
  type: v.fallback(v.optional(v.picklist(hitTypes)), undefined),
});

export const Route = createFileRoute('/_member/search')({
  validateSearch: search,
  search: { middlewares: [stripSearchParams({ q: '' })] },
  component: SearchEverything,
});

function SearchEverything() {
  const navigate = useNavigate();
  const competitors = useQuery(signalQueries.competitors());
  return (
    <SearchPage
      search={Route.useSearch()}
      names={(competitors.data?.items ?? []).map(({ name }) => name)}
      onSearch={(next) => void navigate({ to: '/search', search: next, replace: true })}
    />
  );
}
