import { createFileRoute } from '@tanstack/react-router';
import { AppearanceSettings } from '../features/setting/AppearanceSettings';

export const Route = createFileRoute('/_member/settings/appearance')({ component: AppearanceSettings });
