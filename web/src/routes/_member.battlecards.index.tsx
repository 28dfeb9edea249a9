import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { Cards } from '../features/battlecard/Cards';
import { cardQueries } from '../shared/battlecard/queries';

export const Route = createFileRoute('/_member/battlecards/')({
  validateSearch: v.object({ competitor: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchQuery(cardQueries.list(deps.competitor)),
  component: () => <Cards competitorId={Route.useSearch().competitor} />,
});
