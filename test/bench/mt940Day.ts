/** One message of MT940 in the structured layout of a Dutch bank, as long as asked for. */
import { inventedIban } from '../../src-main/features/demo/identifiers.ts';
import type { createRandom } from '../../src-main/features/demo/random.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import { cents, decimalFromCents } from '../../src-shared/money.ts';

const lineLength = 65;

/** Cut at a fixed width, words and all, as banks do. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += lineLength) lines.push(text.slice(start, start + lineLength));
  return lines.join('\r\n');
}

export type Mt940Day = {
  readonly date: PlainDateText;
  /** Cents. */
  readonly opening: number;
  /** Of its bookings, in cents, all of them money in. */
  readonly amounts: readonly number[];
  readonly firstReference: number;
  readonly random: ReturnType<typeof createRandom>;
};

export function writeMt940Day({ date, opening, amounts, firstReference, random }: Mt940Day): { readonly text: string; readonly closing: number } {
  const comma = (value: number): string => decimalFromCents(cents(value)).replace('.', ',');
  const day = date.slice(2).replaceAll('-', '');
  const head = '{1:F01DEMONL2ABXXX0000000000}{2:I940DEMONL2AXXXN}{4:';
  const lines = [head, `:20:P${day}000000001`, ':25:NL39VRBD0000000101EUR', ':28C:00000', `:60F:C${day}EUR${comma(opening)}`];
  let balance = opening;
  for (const [index, amount] of amounts.entries()) {
    balance += amount;
    const iban = inventedIban('NL', random.between(1, 900_000));
    const text = `/EREF/2026-${index}//CNTP/${iban}/DEMONL2A/Voorbeeldbedrijf ${random.between(1, 90_000)} en Zonen B.V.///REMI/USTD//Betaling factuur 2026-${random.between(1000, 99_999)} en 2026-${random.between(1000, 99_999)}, klant ${random.between(100, 9999)}/`;
    const reference = String(firstReference + index).padStart(14, '0');
    lines.push(`:61:${day}${day.slice(2)}C${comma(amount)}NTRFEREF//${reference}`, '/TRCD/00100/', wrapped(`:86:${text}`));
  }
  lines.push(`:62F:C${day}EUR${comma(balance)}`, '-}');
  return { text: lines.join('\r\n'), closing: balance };
}
