import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { PriceTracker } from '../features/pricing/PriceTracker';
import { trackerSearch } from '../features/pricing/tracker';
import { priceHistory } from '../shared/pricing/queries';

export const Route = createFileRoute('/_member/pricing')({
  validateSearch: trackerSearch,
  search: { middlewares: [stripSearchParams({ sort: 'move' })] },
  loader: ({ context }) => void context.queryClient.prefetchQuery(priceHistory()),
  component: Pricing,
});

function Pricing() {
  const navigate = useNavigate({ from: Route.fullPath });
  return <PriceTracker search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
