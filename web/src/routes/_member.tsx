import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createFileRoute, Outlet, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import * as v from 'valibot';
import { enter, useSignOut } from '../features/session/queries';
import { Shell } from '../features/shell/Shell';
import { inboxSearch } from '../features/signal/filters';
import { signalQueries } from '../features/signal/queries';
import { keys } from '../shared/api/keys';
import { currentSession, sessionEnded } from '../shared/api/session';
import { LiveEvents } from '../shared/events/LiveEvents';

const Commands = lazy(() => import('../features/search/Commands').then(({ Commands }) => ({ default: Commands })));
const DemoBanner = lazy(() =>
  import('../features/welcome/DemoBanner').then(({ DemoBanner }) => ({ default: DemoBanner })),
);
const SignInAgain = lazy(() =>
  import('../features/session/SignInAgain').then(({ SignInAgain }) => ({ default: SignInAgain })),
);

/** Everything behind the sign-in. A session that ends while someone works is opened again over the page. */
export const Route = createFileRoute('/_member')({
  beforeLoad: async ({ context, location }) => {
    const asked = context.queryClient.ensureQueryData(currentSession());
    if (location.pathname === '/' && !context.queryClient.getQueryData(keys.session)) {
      // Whoever is signed in sees the inbox one round sooner; nobody else is answered.
      void context.queryClient.prefetchInfiniteQuery(signalQueries.list(v.parse(inboxSearch, location.search)));
    }
    const session = await asked;
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } });
  },
  component: Member,
});

function Member() {
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const session = useQuery(currentSession());
  const ended = useQuery(sessionEnded());
  const signOut = useSignOut();
  const nobody = session.data === null;

  useEffect(() => {
    if (!nobody) return;
    const back = router.state.location.href;
    void navigate({ to: '/sign-in', search: signOut.isSuccess || back === '/' ? {} : { back } });
  }, [nobody, navigate, router, signOut.isSuccess]);

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
        {session.data.workspace.demo && (
          <Suspense fallback={null}>
            <DemoBanner />
          </Suspense>
        )}
        <Outlet />
      </Shell>
      {ended.data && (
        <Suspense fallback={null}>
          <SignInAgain session={session.data} onOther={() => enter(queryClient, null)} />
        </Suspense>
      )}
    </LiveEvents>
  );
}
