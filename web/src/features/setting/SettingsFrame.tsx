import { ChevronDownIcon } from '@primer/octicons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { t } from '../../shared/i18n/settings-words';
import classes from './SettingsFrame.module.css';

const active = { 'data-active': 'true' };

/** The screens by whom they concern: oneself first, the installation last. */
const groups = [
  {
    label: 'settings.group.you',
    screens: [
      { to: '/settings/account', label: 'settings.account' },
      { to: '/settings/appearance', label: 'settings.appearance' },
      { to: '/settings/shortcuts', label: 'settings.shortcuts' },
    ],
  },
  {
    label: 'settings.group.workspace',
    screens: [
      { to: '/settings/workspace', label: 'settings.workspace' },
      { to: '/settings/company', label: 'settings.company' },
      { to: '/settings/members', label: 'settings.members' },
      { to: '/settings/audit', label: 'settings.audit' },
      { to: '/settings/data', label: 'settings.data' },
    ],
  },
  {
    label: 'settings.group.connections',
    screens: [
      { to: '/settings/connectors', label: 'settings.connectors' },
      { to: '/settings/ai', label: 'settings.ai' },
      { to: '/settings/api-keys', label: 'settings.apiKeys' },
      { to: '/settings/config', label: 'settings.config' },
    ],
  },
  { label: 'settings.group.installation', screens: [{ to: '/settings/flags', label: 'settings.flags' }] },
] as const;

/** The list of settings beside the open one; on a narrow screen behind a button that names it. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const here = groups.flatMap(({ screens }) => [...screens]).find(({ to }) => pathname.startsWith(to));
  return (
    <div className={classes.frame}>
      <nav className={classes.nav} aria-label={t('settings.nav')}>
        <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {here ? t('settings.here', { name: t(here.label) }) : t('settings.nav')}
          <ChevronDownIcon size={16} aria-hidden />
        </button>
        <div className={classes.groups} data-open={isOpen || undefined}>
          {groups.map(({ label, screens }) => (
            <div key={label}>
              <p className={classes.label} id={label}>
                {t(label)}
              </p>
              <ul aria-labelledby={label}>
                {screens.map(({ to, label: name }) => (
                  <li key={to}>
                    <Link
                      to={to}
                      className={classes.link ?? ''}
                      activeProps={active}
                      activeOptions={{ includeSearch: false }}
                      onClick={() => setOpen(false)}
                    >
                      {t(name)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </nav>
      <div className={classes.screen}>{children}</div>
    </div>
  );
}
