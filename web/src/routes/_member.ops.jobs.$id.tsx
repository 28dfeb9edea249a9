import { createFileRoute } from '@tanstack/react-router';
import { JobPage } from '../features/operation/JobPage';

export const Route = createFileRoute('/_member/ops/jobs/$id')({
  component: () => <JobPage id={Number(Route.useParams().id)} />,
});
