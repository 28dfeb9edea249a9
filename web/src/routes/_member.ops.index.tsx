import { createFileRoute } from '@tanstack/react-router';
import { Operations } from '../features/operation/Operations';

export const Route = createFileRoute('/_member/ops/')({ component: Operations });
