/**
 * Descriptions made of numbered sub-fields: the German layout `166?00BOOKING TEXT?20purpose?32name` (the separator is the fourth
 * character, mostly `?`), and the classic one of Triodos, `000>10account>20BIC>21IBAN>22text`. Sub-fields are cut at 27 characters,
 * words and all, so their pieces are joined without anything between them.
 */
import { looksLikeIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import { noFields, type PaymentFields } from '../paymentFields.ts';

/** Sub-fields hold at most this many characters. */
const pieceLength = 27;

type Subfields = ReadonlyMap<number, string>;

function subfieldsOf(text: string, separator: string): Subfields {
  const fields = new Map<number, string>();
  const pieces = text.split(separator);
  let last: number | null = null;
  for (const piece of pieces.slice(1)) {
    const number = /^\d\d/.exec(piece)?.[0];
    if (number === undefined) {
      // The separator itself stood in the text.
      if (last !== null) fields.set(last, `${fields.get(last) ?? ''}${separator}${piece}`);
      continue;
    }
    last = Number(number);
    if (!fields.has(last)) fields.set(last, piece.slice(2));
  }
  return fields;
}

/** Pieces in order as one text; `shortPiece` puts a blank behind a piece that is not full and so ended by itself. */
function joinRange(fields: Subfields, from: number, to: number, shortPiece: '' | ' '): string {
  let text = '';
  for (let number = from; number <= to; number += 1) {
    const piece = fields.get(number);
    if (piece !== undefined) text += piece.length < pieceLength ? piece + shortPiece : piece;
  }
  return text;
}

const looksLikeBic = (text: string | undefined): boolean => text !== undefined && /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text.trim());

function triodosFields(fields: Subfields): PaymentFields {
  const iban = normalizeAccount(fields.get(21) ?? '');
  if (looksLikeBic(fields.get(20)) && looksLikeIban(iban)) {
    return { ...noFields, account: iban, bic: fields.get(20) ?? null, remittance: joinRange(fields, 22, 27, '') };
  }
  return { ...noFields, account: fields.get(10) ?? null, remittance: joinRange(fields, 20, 27, '') };
}

/** Code words inside the purpose of German descriptions (DK annex 3 of the data transfer agreement). */
const purposeWords = /(EREF|KREF|MREF|CRED|DEBT|PURP|SVWZ|ABWA|ABWE|IBAN|BIC)\+/g;

function purposeParts(purpose: string): { readonly text: string; readonly word: (name: string) => string | null } {
  const parts = new Map<string, string>();
  const found = [...purpose.matchAll(purposeWords)];
  found.forEach((match, index) => {
    const value = purpose.slice(match.index + match[0].length, found[index + 1]?.index ?? purpose.length);
    if (!parts.has(match[1] ?? '')) parts.set(match[1] ?? '', value);
  });
  const before = found[0] === undefined ? purpose : purpose.slice(0, found[0].index);
  return { text: parts.get('SVWZ') ?? before, word: (name) => parts.get(name) ?? null };
}

/** Business transaction codes for money given back: returns, refunds and reversals. */
const returnCodes: ReadonlySet<string> = new Set(['108', '109', '159', '181', '184']);

function germanFields(code: string, fields: Subfields): PaymentFields {
  const { text, word } = purposeParts(joinRange(fields, 20, 29, ' ') + joinRange(fields, 60, 63, ' '));
  const bank = fields.get(30) ?? '';
  return {
    ...noFields,
    account: fields.get(31) ?? fields.get(38) ?? word('IBAN'),
    bic: looksLikeBic(bank) ? bank : word('BIC'),
    name: joinRange(fields, 32, 33, ''),
    ultimateName: word('ABWA') ?? word('ABWE'),
    remittance: text.trim() === '' ? (fields.get(0) ?? null) : text,
    endToEndId: word('EREF'),
    mandateId: word('MREF'),
    creditorId: word('CRED'),
    paymentInformationId: word('KREF'),
    purpose: word('PURP'),
    isReturn: returnCodes.has(code),
  };
}

/** Reads a description of numbered sub-fields; null when it is none. */
export function parseSubfields(lines: readonly string[]): PaymentFields | null {
  const text = lines.join('');
  const start = /^\s*(\d{3})([^A-Za-z0-9\s])(?=\d\d)/.exec(text);
  if (start === null) return null;
  const separator = start[2] ?? '?';
  const fields = subfieldsOf(text, separator);
  return separator === '>' ? triodosFields(fields) : germanFields(start[1] ?? '', fields);
}
