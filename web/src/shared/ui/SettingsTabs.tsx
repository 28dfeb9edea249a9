import { Link } from '@tanstack/react-router';
import { t } from '../i18n/settings-words';
import classes from './Tabs.module.css';

const active = { 'data-active': 'true' };

const screens = [
  { to: '/settings/workspace', label: 'settings.workspace' },
  { to: '/settings/connectors', label: 'settings.connectors' },
  { to: '/settings/ai', label: 'settings.ai' },
  { to: '/settings/company', label: 'settings.company' },
  { to: '/settings/members', label: 'settings.members' },
  { to: '/settings/account', label: 'settings.account' },
  { to: '/settings/appearance', label: 'settings.appearance' },
  { to: '/settings/shortcuts', label: 'settings.shortcuts' },
  { to: '/settings/audit', label: 'settings.audit' },
  { to: '/settings/api-keys', label: 'settings.apiKeys' },
  { to: '/settings/config', label: 'settings.config' },
  { to: '/settings/data', label: 'settings.data' },
  { to: '/settings/flags', label: 'settings.flags' },
] as const;

/** The way between the screens where a workspace is set up. */
export function SettingsTabs() {
  return (
    <nav className={classes.tabs} aria-label={t('settings.nav')}>
      {screens.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab ?? ''} activeProps={active}>
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
