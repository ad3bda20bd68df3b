/** What we know of the way of one message, for a file that goes to court: made, approved, posted or handed to the mail server, and when. */
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { cleanText } from '../letters/cleanText.ts';
import { formatLongDate, formatTableDate } from '../letters/letterFormats.ts';
import { printTextsIn } from './printTexts.ts';
import { columnOf, factsBlock, noTotal, plainTable, type SheetFrame, sheetIn } from './sheetFrame.ts';

export type SendingEventKind = 'approved' | 'printed' | 'posted' | 'accepted' | 'refused' | 'returned';
export type SendingEvent = {
  readonly kind: SendingEventKind;
  /** ISO 8601 with the offset, as recorded. */
  readonly at: string;
  /** Barcode of a registered letter, answer of the mail server; may be empty. */
  readonly detail: string;
};
export type SendingProofFacts = {
  readonly reference: string;
  readonly letterName: string;
  readonly date: PlainDateText;
  readonly channel: 'letter' | 'registered' | 'email';
  readonly recipient: string;
  /** Lines of the postal address, or the mail address. */
  readonly address: readonly string[];
  readonly subject: string;
  readonly events: readonly SendingEvent[];
  /** `Message-ID` of a mail; empty for letters. */
  readonly messageId: string;
  /** SHA-256 of the PDF as sent, in hexadecimal. */
  readonly sha256: string;
};

const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;
/** `20-11-2026 09:14:05 +01:00`: the zone stays, so that nobody has to guess it. */
function readableMoment(at: string, language: LetterLanguage): string {
  const [, day = '', time = '', zone = ''] = moment.exec(at) ?? [];
  const date = parsePlainDate(day);
  if (date === null) return cleanText(at);
  return `${formatTableDate(date, language)} ${time}${zone === '' ? '' : ` ${zone === 'Z' ? 'UTC' : zone}`}`;
}

/** Groups of eight in two lines, so that two fingerprints can be compared by eye. */
const grouped = (hash: string): string =>
  (hash.match(/[0-9a-fA-F]{1,8}/g) ?? []).map((group, index, all) => group + (index === all.length - 1 ? '' : index % 4 === 3 ? ' ' : '\u00a0')).join('');

export function sendingProofSheet(frame: SheetFrame, facts: SendingProofFacts): SheetModel {
  const { proof } = printTextsIn(frame.language);
  const events = facts.events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return sheetIn(frame, {
    subject: proof.title(cleanText(facts.reference)),
    stamp: '',
    blocks: [
      factsBlock([
        [proof.message, `${cleanText(facts.letterName)} ${cleanText(facts.reference)}`.trim()],
        [proof.date, formatLongDate(facts.date, frame.language)],
        [proof.subject, cleanText(facts.subject)],
        [proof.recipient, cleanText(facts.recipient)],
        [proof.address, facts.address.map(cleanText).filter((line) => line !== '').join(', ')],
        [proof.channel, proof.channels[facts.channel]],
        [proof.messageId, cleanText(facts.messageId)],
        [proof.fingerprint, grouped(facts.sha256)],
      ]),
      { kind: 'heading', text: proof.course },
      plainTable(
        [columnOf(proof.moment, 44, 'left'), columnOf(proof.event, 46, 'left'), columnOf(proof.detail, 60, 'left')],
        events.map((event) => [readableMoment(event.at, frame.language), proof.events[event.kind], cleanText(event.detail)]),
        noTotal,
      ),
    ],
    note: proof.note[facts.channel],
    attachments: [],
  });
}
