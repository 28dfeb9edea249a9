import { createFileRoute, Outlet } from '@tanstack/react-router';
import { SettingsFrame } from '../features/setting/SettingsFrame';

export const Route = createFileRoute('/_member/settings')({ component: Settings });

function Settings() {
  return (
    <SettingsFrame>
      <Outlet />
    </SettingsFrame>
  );
}
