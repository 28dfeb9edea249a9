import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { JobsTab } from '../features/competitor/JobsTab';

export const Route = createFileRoute('/_member/competitors/$id/jobs')({ component: Jobs });

function Jobs() {
  const { id } = Route.useParams();
  const { range } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <JobsTab id={id} range={range} onRange={(next) => void navigate({ search: { range: next }, replace: true })} />
  );
}
