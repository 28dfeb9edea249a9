import { createFileRoute } from '@tanstack/react-router';
import { WorkspaceConfig } from '../features/config/WorkspaceConfig';

export const Route = createFileRoute('/_member/settings/config')({ component: WorkspaceConfig });
