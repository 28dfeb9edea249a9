import { createFileRoute, redirect } from '@tanstack/react-router';

export const Route = createFileRoute('/_member/compare/')({
  beforeLoad: () => {
    throw redirect({ to: '/compare/$topic', params: { topic: 'pricing' }, search: {}, replace: true });
  },
});
