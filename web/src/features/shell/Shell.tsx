import { ActionIcon } from '@mantine/core';
import {
  BellIcon,
  BookIcon,
  ColumnsIcon,
  CommentDiscussionIcon,
  GearIcon,
  GlobeIcon,
  HistoryIcon,
  InboxIcon,
  KebabHorizontalIcon,
  LightBulbIcon,
  NoteIcon,
  OrganizationIcon,
  PlugIcon,
  PlusIcon,
  PulseIcon,
  SignOutIcon,
  TagIcon,
} from '@primer/octicons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Session } from '../../shared/api/types';
import { workspaceQueries } from '../../shared/api/workspace';
import { t } from '../../shared/i18n/translate';
import { Logo } from '../../shared/ui/Logo';
import { LivePill } from './LivePill';
import classes from './Shell.module.css';
import { ThemeButton } from './ThemeButton';
import { WatchStatus } from './WatchStatus';

type Props = {
  session: Session;
  onSignOut: () => void;
  /** Buttons beside those of the shell. */
  tools?: ReactNode;
  children: ReactNode;
};

// On a phone those that are not wideOnly stand in the bar, the others behind its last button.
const destinations = [
  { to: '/', label: 'nav.inbox', icon: InboxIcon, exact: true },
  { to: '/competitors', label: 'nav.competitors', icon: OrganizationIcon, exact: true },
  { to: '/competitors/new', label: 'nav.add', icon: PlusIcon, exact: true, wideOnly: true },
  { to: '/pricing', label: 'nav.pricing', icon: TagIcon, exact: true, wideOnly: true },
  { to: '/compare', label: 'nav.compare', icon: ColumnsIcon, exact: false, wideOnly: true },
  { to: '/insights', label: 'nav.insights', icon: LightBulbIcon, exact: false, wideOnly: true },
  { to: '/ask', label: 'nav.ask', icon: CommentDiscussionIcon, exact: false },
  { to: '/battlecards', label: 'nav.battlecards', icon: BookIcon, exact: false },
  { to: '/digests', label: 'nav.digests', icon: NoteIcon, exact: false, wideOnly: true },
  { to: '/alerts', label: 'nav.alerts', icon: BellIcon, exact: false, wideOnly: true },
  { to: '/sources', label: 'nav.sources', icon: GlobeIcon, exact: true, wideOnly: true },
  { to: '/providers', label: 'nav.providers', icon: PlugIcon, exact: true, wideOnly: true },
  { to: '/ops', label: 'nav.operations', icon: PulseIcon, exact: false, wideOnly: true, queueAdmin: true },
  { to: '/settings', label: 'nav.settings', icon: GearIcon, exact: false, wideOnly: true },
  { to: '/reading', label: 'nav.reading', icon: HistoryIcon, exact: true, wideOnly: true },
] as const;

export function Shell({ session, onSignOut, tools, children }: Props) {
  const counts = useQuery(workspaceQueries.signalCounts());
  const waiting = counts.data?.triage?.NEW ?? 0;
  const [all, setAll] = useState(false);
  useFocusAfterNavigation();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t('nav.skip')}
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.home} aria-label={t('nav.home')}>
          <Logo />
        </Link>
        <span className={classes.workspace}>{session.workspace.name}</span>
        <div className={classes.tools}>
          {tools}
          <LivePill />
          <ThemeButton />
          <Link to="/settings/account" className={classes.member ?? ''} title={session.member.email}>
            {session.member.name}
          </Link>
          <ActionIcon aria-label={t('nav.signOut')} title={t('nav.signOut')} onClick={onSignOut}>
            <SignOutIcon size={17} aria-hidden />
          </ActionIcon>
        </div>
      </header>
      <nav className={classes.nav} aria-label={t('nav.main')}>
        <ul data-all={all || undefined}>
          {destinations
            .filter((one) => !('queueAdmin' in one) || session.member.queueAdmin)
            .map(({ to, label, icon: Icon, exact, ...more }) => (
              <li key={to} className={'wideOnly' in more ? classes.wide : undefined}>
                <Link
                  to={to}
                  className={classes.link ?? ''}
                  activeOptions={{ exact, includeSearch: false }}
                  onClick={() => setAll(false)}
                >
                  <Icon size={17} aria-hidden />
                  <span>{t(label)}</span>
                  {to === '/' && waiting > 0 && (
                    <span className={classes.count}>
                      <span className="sr-only">, </span>
                      {waiting}
                      <span className="sr-only"> {t('nav.waiting')}</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          <li className={classes.more}>
            <button type="button" className={classes.link} aria-expanded={all} onClick={() => setAll(!all)}>
              <KebabHorizontalIcon size={17} aria-hidden />
              <span>{t('nav.more')}</span>
            </button>
          </li>
        </ul>
        <WatchStatus />
      </nav>
      <main className={classes.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** After a navigation the focus goes to the new screen's heading, so that keyboard and screen reader start there. */
function useFocusAfterNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', (event) => {
        if (!event.pathChanged || !event.fromLocation) return;
        const main = document.getElementById('main');
        (main?.querySelector('h1') ?? main)?.focus({ preventScroll: true });
      }),
    [router],
  );
}
