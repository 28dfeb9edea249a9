import { createFileRoute } from '@tanstack/react-router';
import { SourcesTab } from '../features/competitor/SourcesTab';

export const Route = createFileRoute('/_member/competitors/$id/sources')({
  component: () => <SourcesTab id={Route.useParams().id} />,
});
