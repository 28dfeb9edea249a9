import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { AskScreen } from '../features/ask/AskScreen';
import { askQueries } from '../features/ask/queries';

const text = v.fallback(v.optional(v.string()), undefined);
const search = v.object({ competitor: text, conversation: text });

export const Route = createFileRoute('/_member/ask/')({
  validateSearch: search,
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(askQueries.list(true)),
  component: () => <AskScreen {...Route.useSearch()} />,
});
