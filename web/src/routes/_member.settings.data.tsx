import { createFileRoute } from '@tanstack/react-router';
import { DataSettings } from '../features/data/DataSettings';
import { DemoPanel } from '../features/welcome/DemoPanel';

export const Route = createFileRoute('/_member/settings/data')({
  component: () => <DataSettings demo={<DemoPanel />} />,
});
