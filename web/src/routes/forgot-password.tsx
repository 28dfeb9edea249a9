import { createFileRoute } from '@tanstack/react-router';
import { ForgotForm } from '../features/session/ForgotForm';

export const Route = createFileRoute('/forgot-password')({ component: ForgotForm });
