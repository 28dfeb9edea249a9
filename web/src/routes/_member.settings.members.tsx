import { createFileRoute } from '@tanstack/react-router';
import { Members } from '../features/member/Members';

export const Route = createFileRoute('/_member/settings/members')({ component: Members });
