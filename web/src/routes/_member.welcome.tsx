import { createFileRoute } from '@tanstack/react-router';
import { Welcome } from '../features/welcome/Welcome';

export const Route = createFileRoute('/_member/welcome')({ component: Welcome });
