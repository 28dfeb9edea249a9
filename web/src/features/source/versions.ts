import type { SourceDiff, SourceVersion } from '../../shared/api/types';
import { t } from './words';

/** What a version changed, in one line: what it is about, then how much. */
export function versionText(version: SourceVersion, isOldest: boolean): string {
  if (version.facts + version.texts === 0) return t(isOldest ? 'versions.first' : 'versions.quiet');
  const amounts = [
    version.facts > 0 && t('versions.facts', { count: version.facts }),
    version.texts > 0 && t('versions.texts', { count: version.texts }),
  ].filter(Boolean);
  const names = version.about.join(', ');
  return [names, amounts.join(', ')].filter(Boolean).join(' \u00b7 ');
}

/**
 * How many versions the newer one is ahead, those left out of the list included; negative when the two are compared
 * backwards, null when one of them is not listed.
 */
export function stepsBetween({ versions, from, to }: SourceDiff): number | null {
  const at = (documentId: string) => versions.findIndex((version) => version.documentId === documentId);
  const old = at(from.documentId);
  const now = at(to.documentId);
  if (old < 0 || now < 0) return null;
  const steps = versions
    .slice(Math.min(old, now), Math.max(old, now))
    .reduce((sum, version) => sum + 1 + version.skipped, 0);
  return old < now ? -steps : steps;
}

/** The version one step older or newer than the shown one, if there is one. */
export function neighbour(diff: SourceDiff, step: 1 | -1): SourceVersion | undefined {
  const at = diff.versions.findIndex((version) => version.documentId === diff.to.documentId);
  return at < 0 ? undefined : diff.versions[at + step];
}

/** The version before another one. */
export function before(diff: SourceDiff, documentId: string): SourceVersion | undefined {
  const at = diff.versions.findIndex((version) => version.documentId === documentId);
  return at < 0 ? undefined : diff.versions[at + 1];
}
