import {
  type Icon as TablerIcon,
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconMail,
  IconMailbox,
  IconPrinter,
  IconSend,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import type { Formats } from '../../i18n/useText.ts';

export type MessageRow = OutputOf<'outbox.list'>['rows'][number];
export type MessageDetail = OutputOf<'outbox.get'>;
export type MessageEvent = MessageDetail['events'][number];

/** The state of a message in words. `waitsForUser`: nothing more happens until the user acts. */
export type StateLooks = { readonly icon: TablerIcon; readonly words: string; readonly waitsForUser: boolean };
type Words = { readonly t: TFunction; readonly format: Formats; readonly today: PlainDateText };

export const channelIcons = { email: IconMail, letter: IconPrinter } as const;

export function stepTitle(key: string, language: Language): string {
  const name = stepName(key, language);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function approvedLooks(row: MessageRow, { t, format, today }: Words): StateLooks {
  if (row.channel === 'letter') return { icon: IconMailbox, words: t('sent.state.toPost'), waitsForUser: true };
  if (row.plannedOn > today) return { icon: IconClock, words: t('sent.state.waitsUntil', { date: format.nearDate(row.plannedOn, today) }), waitsForUser: false };
  return { icon: IconClock, words: t('sent.state.toSend'), waitsForUser: true };
}

export function stateLooks(row: MessageRow, words: Words): StateLooks {
  const { t } = words;
  switch (row.state) {
    case 'planned':
    case 'approved':
      return approvedLooks(row, words);
    case 'sending':
      return { icon: IconSend, words: t('sent.state.sending'), waitsForUser: false };
    case 'sent':
      return { icon: IconCircleCheck, words: t(row.channel === 'letter' ? 'sent.state.posted' : 'sent.state.sent'), waitsForUser: false };
    case 'failed':
      return { icon: IconAlertTriangle, words: t('sent.state.failed'), waitsForUser: true };
    case 'unconfirmed':
      return { icon: IconHelpCircle, words: t('sent.state.unconfirmed'), waitsForUser: true };
    case 'cancelled':
      return { icon: IconBan, words: t('sent.state.cancelled'), waitsForUser: false };
  }
}

/** When it went out: a mail by the clock, a letter by the day it was posted; what has not gone yet by its approval. */
export function whenWords(row: MessageRow, { format, today }: Pick<Words, 'format' | 'today'>): string {
  if (row.channel === 'letter' && row.sentOn !== null) return format.nearDate(row.sentOn, today);
  const instant = row.sentAt ?? row.approvedAt;
  if (instant === null) return '–';
  const isThisYear = instant.startsWith(today.slice(0, 4));
  return isThisYear || row.sentOn === null ? format.instant(instant) : format.nearDate(row.sentOn, today);
}

/** The address on one line: a letter has several. */
export const recipientLine = (row: Pick<MessageRow, 'recipient'>): string =>
  row.recipient
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ');

const details = {
  printed: 'printed',
  'printed-registered': 'printedRegistered',
  'send-again': 'again',
  posted: 'posted',
  'was-sent': 'wasSent',
  cancel: 'cancelledByPerson',
  recovered: 'recovered',
} as const;
/** What a correction of a posting begins with; the reason follows. */
const notPosted = 'not-posted: ';
const isKnown = (detail: string): detail is keyof typeof details => Object.hasOwn(details, detail);

/** An event in words, and what the mail server said, where it did. */
export function eventWords(event: MessageEvent, t: TFunction): { readonly words: string; readonly said: string } {
  if (isKnown(event.detail)) return { words: t(`sent.events.${details[event.detail]}`), said: '' };
  if (event.detail.startsWith(notPosted)) return { words: t('sent.events.notPosted'), said: event.detail.slice(notPosted.length) };
  const said = event.detail;
  switch (event.state) {
    case 'planned':
    case 'approved':
      return { words: t('sent.events.approved'), said };
    case 'sending':
      return { words: t('sent.events.sending'), said };
    case 'sent':
      return { words: t('sent.events.accepted'), said };
    case 'failed':
      return { words: t('sent.events.failed'), said };
    case 'unconfirmed':
      return { words: t('sent.events.unconfirmed'), said };
    case 'cancelled':
      return { words: t('sent.events.cancelled'), said };
  }
}
