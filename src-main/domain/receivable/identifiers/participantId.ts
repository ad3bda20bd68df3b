/** Participant identifiers of the Peppol network, `<scheme>:<value>`, with or without the network prefix. */
import { parseBelgianEnterpriseNumber } from '../../../../src-shared/identifiers/belgianEnterpriseNumber.ts';
import { parseDutchVat, parseKvkNumber, parseOin } from '../../../../src-shared/identifiers/dutchIdentifiers.ts';
import { parseVatNumber } from '../../../../src-shared/identifiers/vatNumber.ts';

export type ParticipantId = { readonly scheme: string; readonly value: string };

/** A Global Location Number: 13 digits with the GS1 check digit. */
function isGlobalLocationNumber(value: string): boolean {
  if (!/^\d{13}$/.test(value)) return false;
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(value[index]) * (index % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10 === Number(value[12]);
}

const checks: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['0088', isGlobalLocationNumber],
  ['0106', (value: string) => parseKvkNumber(value) === value],
  ['0190', (value: string) => parseOin(value) === value],
  ['0208', (value: string) => parseBelgianEnterpriseNumber(value) === value],
  ['9925', (value: string) => value.startsWith('BE') && parseVatNumber(value) === value],
  ['9944', (value: string) => parseDutchVat(value)?.number === value],
]);

/** Reads a participant id; null when it is not `dddd:value` or when the rule of its scheme fails. Unknown schemes pass on shape. */
export function parseParticipantId(text: string): ParticipantId | null {
  const match = /^(?:iso6523-actorid-upis::)?(\d{4}):(\S{1,50})$/.exec(text.trim());
  const [scheme, value] = [match?.[1], match?.[2]];
  if (scheme === undefined || value === undefined) return null;
  const check = checks.get(scheme);
  return check === undefined || check(value) ? { scheme, value } : null;
}
