import { ActionIcon, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { DeviceDesktopIcon, MoonIcon, SunIcon } from '@primer/octicons-react';
import { t } from '../../shared/i18n/translate';

const next: Record<MantineColorScheme, MantineColorScheme> = { auto: 'light', light: 'dark', dark: 'auto' };
const icons = { auto: DeviceDesktopIcon, light: SunIcon, dark: MoonIcon };

export function ThemeButton() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = icons[colorScheme];
  const label = t(`theme.${colorScheme}`);
  return (
    <ActionIcon aria-label={label} title={label} onClick={() => setColorScheme(next[colorScheme])}>
      <Icon size={17} aria-hidden />
    </ActionIcon>
  );
}
