import { createFileRoute } from '@tanstack/react-router';
import { Connectors } from '../features/setting/Connectors';

export const Route = createFileRoute('/_member/settings/connectors')({ component: Connectors });
