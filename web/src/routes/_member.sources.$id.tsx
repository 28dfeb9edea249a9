import { createFileRoute, Outlet } from '@tanstack/react-router';
import { sourceQueries } from '../features/source/queries';
import { SourceFrame } from '../features/source/SourceFrame';

export const Route = createFileRoute('/_member/sources/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(sourceQueries.one(params.id)),
  component: Source,
});

function Source() {
  return (
    <SourceFrame id={Route.useParams().id}>
      <Outlet />
    </SourceFrame>
  );
}
