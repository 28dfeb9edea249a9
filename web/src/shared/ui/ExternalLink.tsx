import { LinkExternalIcon } from '@primer/octicons-react';
import type { ReactNode } from 'react';
import { t } from '../i18n/translate';
import classes from './ExternalLink.module.css';

/** A link that leaves the dashboard; it tells the other side neither who is looking nor from where. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return <span className={classes.text}>{children}</span>;
  return (
    <a className={classes.link} href={href} target="_blank" rel="noreferrer noopener">
      <span className={classes.text}>{children}</span>
      <LinkExternalIcon size={13} aria-hidden />
      <span className="sr-only">{t('link.newTab')}</span>
    </a>
  );
}
