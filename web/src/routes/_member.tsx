import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Outlet, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useSignOut } from '../features/session/queries';
import { Shell } from '../features/shell/Shell';
import { currentSession } from '../shared/api/session';
import { LiveEvents } from '../shared/events/LiveEvents';

const Commands = lazy(() => import('../features/search/Commands').then(({ Commands }) => ({ default: Commands })));

/** Everything behind the sign-in. A session that ends while someone works leads back here after signing in again. */
export const Route = createFileRoute('/_member')({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(currentSession());
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } });
  },
  component: Member,
});

function Member() {
  const navigate = useNavigate();
  const router = useRouter();
  const session = useQuery(currentSession());
  const signOut = useSignOut();
  const ended = session.data === null;

  useEffect(() => {
    if (!ended) return;
    const back = router.state.location.href;
    void navigate({ to: '/sign-in', search: signOut.isSuccess || back === '/' ? {} : { back } });
  }, [ended, navigate, router, signOut.isSuccess]);

  if (!session.data) return null;
  return (
    <LiveEvents>
      <Shell
        session={session.data}
        onSignOut={() => signOut.mutate()}
        tools={
          <Suspense fallback={null}>
            <Commands session={session.data} />
          </Suspense>
        }
      >
        <Outlet />
      </Shell>
    </LiveEvents>
  );
}
