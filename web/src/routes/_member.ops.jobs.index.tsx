import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { Jobs } from '../features/operation/Jobs';
import { jobSearch } from '../features/operation/job-search';

export const Route = createFileRoute('/_member/ops/jobs/')({ validateSearch: jobSearch, component: JobsOfQueue });

function JobsOfQueue() {
  const navigate = useNavigate();
  return (
    <Jobs search={Route.useSearch()} onSearch={(search) => void navigate({ to: '/ops/jobs', search, replace: true })} />
  );
}
