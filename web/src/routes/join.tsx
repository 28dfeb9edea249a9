import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { JoinForm } from '../features/session/JoinForm';
import { currentSession } from '../shared/api/session';

/** The token stands behind the `#`: no server, log or referrer sees it. It is read once, before the way out loses it. */
export const Route = createFileRoute('/join')({
  beforeLoad: async ({ context, location }) => {
    await context.queryClient.ensureQueryData(currentSession());
    return { token: location.hash };
  },
  component: Join,
});

function Join() {
  const navigate = useNavigate();
  const { token } = Route.useRouteContext();
  return <JoinForm token={token} onDone={() => void navigate({ to: '/', replace: true })} />;
}
