import { Button } from '@mantine/core';
import { problemOf } from '../../shared/api/problem';
import { Panel } from '../../shared/ui/Panel';
import { useLookAround } from './demo';
import { t } from './words';

/** The way to demo data for whoever watches somebody already. The way out stands above every screen of it. */
export function DemoPanel() {
  const lookAround = useLookAround();
  return (
    <Panel title={t('demo.label')}>
      <p>{t('welcome.lookBody')}</p>
      {lookAround.error && (
        <p role="alert">
          {problemOf(lookAround.error).message}. {problemOf(lookAround.error).detail}
        </p>
      )}
      <Button
        variant="default"
        mt="sm"
        loading={lookAround.isPending || lookAround.isSuccess}
        onClick={() => lookAround.mutate()}
      >
        {t('welcome.lookAction')}
      </Button>
    </Panel>
  );
}
