import { Link } from '@tanstack/react-router';
import { settings } from '../i18n/en-settings';
import { translator } from '../i18n/translate';
import classes from './Tabs.module.css';

const t = translator(settings);
const active = { 'data-active': 'true' };

/** The way between the screens where a workspace is set up. */
export function SettingsTabs() {
  return (
    <nav className={classes.tabs} aria-label={t('settings.nav')}>
      <Link to="/settings/ai" className={classes.tab ?? ''} activeProps={active}>
        {t('settings.ai')}
      </Link>
      <Link to="/settings/company" className={classes.tab ?? ''} activeProps={active}>
        {t('settings.company')}
      </Link>
      <Link to="/settings/members" className={classes.tab ?? ''} activeProps={active}>
        {t('settings.members')}
      </Link>
      <Link to="/settings/account" className={classes.tab ?? ''} activeProps={active}>
        {t('settings.account')}
      </Link>
      <Link to="/settings/audit" className={classes.tab ?? ''} activeProps={active}>
        {t('settings.audit')}
      </Link>
      <Link to="/settings/api-keys" className={classes.tab ?? ''} activeProps={active}>
        {t('settings.apiKeys')}
      </Link>
      <Link to="/settings/config" className={classes.tab ?? ''} activeProps={active}>
        {t('settings.config')}
      </Link>
    </nav>
  );
}
