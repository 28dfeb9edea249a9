import { createFileRoute, useLocation } from '@tanstack/react-router';
import { NewPasswordForm } from '../features/session/NewPasswordForm';

/** The token stands behind the `#`: no server, log or referrer sees it. */
export const Route = createFileRoute('/new-password')({ component: NewPassword });

function NewPassword() {
  const { hash } = useLocation();
  return <NewPasswordForm token={hash} />;
}
