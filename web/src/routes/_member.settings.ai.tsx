import { createFileRoute } from '@tanstack/react-router';
import { AiSettings } from '../features/ai/AiSettings';

export const Route = createFileRoute('/_member/settings/ai')({ component: AiSettings });
