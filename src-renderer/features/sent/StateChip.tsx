import type { ReactElement } from 'react';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { Chip } from '../../ui/Chip.tsx';
import { type MessageRow, stateLooks } from './messageLooks.ts';

/** The state of a message as a flag: green when it went out, amber when it waits for the user. */
export function StateChip({ row }: { readonly row: MessageRow }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const looks = stateLooks(row, { t, format, today });
  return (
    <Chip icon={looks.icon} tone={looks.waitsForUser ? 'amber' : row.state === 'sent' ? 'green' : 'neutral'}>
      {looks.words}
    </Chip>
  );
}
