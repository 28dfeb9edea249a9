import { createFileRoute } from '@tanstack/react-router';
import { DataSettings } from '../features/data/DataSettings';

export const Route = createFileRoute('/_member/settings/data')({ component: DataSettings });
