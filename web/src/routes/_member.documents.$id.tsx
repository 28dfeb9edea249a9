import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { DocumentPage } from '../features/document/DocumentPage';
import { documentQueries } from '../features/document/queries';

const search = v.object({ quote: v.fallback(v.optional(v.string()), undefined) });

export const Route = createFileRoute('/_member/documents/$id')({
  validateSearch: search,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(documentQueries.one(params.id)),
  component: () => <DocumentPage id={Route.useParams().id} quote={Route.useSearch().quote} />,
});
