// There is a way back: a revision that runs, nothing half done, and every image of it still to be had.
import { history, run, running, valuesOf } from '../ask.mjs';

export const IMAGES = ['gateway', 'competitors', 'crawl', 'process', 'analysis', 'migrator', 'recovery', 'web'];

export async function rollback({ release, namespace, first }) {
  const mend = 'End what is half done with helm rollback, or push the missing images again; a first installation is named with --first.';
  const revisions = await history(release, namespace);
  const now = running(revisions);
  if (!now) return { found: first ? [] : [`${release} runs in no revision: there is nothing to go back to`], looked: 'no revision', mend };
  const found = revisions.filter((each) => each.status.startsWith('pending')).map((each) => `revision ${each.revision} is ${each.status}: an upgrade runs, or was cut off`);
  const { image = {} } = await valuesOf(release, namespace, now.revision);
  for (const name of IMAGES) {
    const digest = image.digests?.[name];
    if (!digest) {
      found.push(`revision ${now.revision} does not name ${name} by digest`);
      continue;
    }
    const reference = `${image.registry ? `${image.registry}/` : ''}${image.repository}/${name}@${digest}`;
    try {
      await run('docker', ['buildx', 'imagetools', 'inspect', reference], { refusal: true });
    } catch (refused) {
      if (refused.constructor !== Error) throw refused;
      found.push(`${reference} is not to be had: ${refused.message}`);
    }
  }
  return { found, looked: `revision ${now.revision}`, mend };
}
