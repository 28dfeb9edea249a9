import { createFileRoute } from '@tanstack/react-router';
import { Workspace } from '../features/setting/Workspace';

export const Route = createFileRoute('/_member/settings/workspace')({ component: Workspace });
