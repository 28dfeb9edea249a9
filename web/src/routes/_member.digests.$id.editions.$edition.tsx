import { createFileRoute } from '@tanstack/react-router';
import { EditionPage } from '../features/digest/EditionPage';
import { digestQueries } from '../features/digest/queries';

export const Route = createFileRoute('/_member/digests/$id/editions/$edition')({
  loader: ({ context, params }) =>
    void context.queryClient.prefetchQuery(digestQueries.edition(params.id, params.edition)),
  component: () => <EditionPage {...Route.useParams()} />,
});
