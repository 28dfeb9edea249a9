import { useQuery } from '@tanstack/react-query';
import { currentSession } from '../../shared/api/session';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { EverywhereKeys, KeysSwitch } from './KeyLists';
import { t } from './words';

/** The keys that work everywhere, and the switch for single keys. */
export function ShortcutSettings() {
  const session = useQuery(currentSession());
  return (
    <>
      <PageHeader title={t('shortcuts.title')} />
      <Panel title={t('shortcuts.title')}>
        <KeysSwitch />
        {session.data && <EverywhereKeys member={session.data.member} />}
      </Panel>
    </>
  );
}
