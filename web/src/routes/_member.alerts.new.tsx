import { createFileRoute } from '@tanstack/react-router';
import { NewRule } from '../features/alert/RuleEditor';

export const Route = createFileRoute('/_member/alerts/new')({ component: NewRule });
