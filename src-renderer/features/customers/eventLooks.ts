import {
  type Icon as TablerIcon,
  IconArrowBackUp,
  IconCash,
  IconFileInvoice,
  IconFileMinus,
  IconHeartHandshake,
  IconMail,
  IconMessage2Exclamation,
  IconNote,
  IconPencil,
  IconPhone,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';

export type TimelineEvent = OutputOf<'customers.timeline'>['events'][number];

/** One sign per kind of event, the same in the panel and on the page. */
export const eventIcons: Readonly<Record<TimelineEvent['kind'], TablerIcon>> = {
  invoice: IconFileInvoice,
  creditNote: IconFileMinus,
  receipt: IconCash,
  message: IconMail,
  note: IconNote,
  call: IconPhone,
  hold: IconPlayerPause,
  dispute: IconMessage2Exclamation,
  promise: IconHeartHandshake,
  change: IconPencil,
  undo: IconArrowBackUp,
};
