import { createFileRoute } from '@tanstack/react-router';
import { ApiKeys } from '../features/api-key/ApiKeys';

export const Route = createFileRoute('/_member/settings/api-keys')({ component: ApiKeys });
