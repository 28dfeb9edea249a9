import { Button } from '@mantine/core';
import { useState } from 'react';
import { t } from '../i18n/translate';

/** Copies a text and says so; what may not be copied stays on the screen to be marked by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant="default"
      aria-label={copied ? t('action.copied') : label}
      onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
    >
      {copied ? t('action.copied') : t('action.copy')}
    </Button>
  );
}
