import { createFileRoute } from '@tanstack/react-router';
import { Providers } from '../features/provider/Providers';
import { providerQueries } from '../features/provider/queries';

export const Route = createFileRoute('/_member/providers')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(providerQueries.list()),
  component: Providers,
});
