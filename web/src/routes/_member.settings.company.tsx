import { createFileRoute } from '@tanstack/react-router';
import { Company } from '../features/company/Company';
import { companyQueries } from '../features/company/queries';

export const Route = createFileRoute('/_member/settings/company')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(companyQueries.profile()),
  component: Company,
});
