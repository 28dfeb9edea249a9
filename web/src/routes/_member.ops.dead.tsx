import { createFileRoute } from '@tanstack/react-router';
import { DeadLetters } from '../features/operation/DeadLetters';

export const Route = createFileRoute('/_member/ops/dead')({ component: DeadLetters });
