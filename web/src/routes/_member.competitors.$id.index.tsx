import { createFileRoute, redirect } from '@tanstack/react-router';

/** The way to a competitor without a tab leads to its overview. */
export const Route = createFileRoute('/_member/competitors/$id/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/competitors/$id/overview', params, search: true, replace: true });
  },
});
