import { createFileRoute } from '@tanstack/react-router';
import { Flags } from '../features/flag/Flags';

export const Route = createFileRoute('/_member/settings/flags')({ component: Flags });
