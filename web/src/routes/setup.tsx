import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router';
import { sessionQueries } from '../features/session/queries';
import { SetupForm } from '../features/session/SetupForm';

export const Route = createFileRoute('/setup')({
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queryClient.fetchQuery(sessionQueries.setup());
    if (!needed) throw redirect({ to: '/' });
  },
  component: Setup,
});

function Setup() {
  const navigate = useNavigate();
  return <SetupForm onDone={() => void navigate({ to: '/welcome', replace: true })} />;
}
