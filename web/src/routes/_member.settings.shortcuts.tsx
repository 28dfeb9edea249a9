import { createFileRoute } from '@tanstack/react-router';
import { ShortcutSettings } from '../features/search/ShortcutSettings';

export const Route = createFileRoute('/_member/settings/shortcuts')({ component: ShortcutSettings });
