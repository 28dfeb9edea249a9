import { createFileRoute } from '@tanstack/react-router';
import { ServiceLevels } from '../features/operation/ServiceLevels';

export const Route = createFileRoute('/_member/ops/sla')({ component: ServiceLevels });
