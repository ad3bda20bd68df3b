/** `import bank` tells what `parse bank` and the screen tell about balances and about statements that are missing. */
import { describe, expect, it } from 'vitest';
import { camtFile } from '../importers/importFiles.ts';
import { ownIban, profile } from '../importers/importWorld.ts';
import { describeShared, sharedPath } from '../sharedFiles.ts';
import { at, file, json } from './runCommand.ts';

type Balances = { readonly addsUp: boolean | null; readonly difference: string | null };
type Imported = { readonly files: readonly { readonly statements: readonly Balances[] }[]; readonly problems: readonly { readonly code: string; readonly params: object }[] };
type Parsed = { readonly files: readonly { readonly statements: readonly { readonly balanced: boolean | null; readonly difference: string | null }[] }[] };

const ledger = at('books.termijn');
const company = file('company.json', JSON.stringify({ name: profile.name, street: profile.street, postcode: profile.postcode, city: profile.city, vatNumber: profile.vatNumber, registrationNumber: profile.registrationNumber, email: 'post@voorbeeld.example', phone: '020 000 00 00', signerName: 'Eva Voorbeeld', ibans: [ownIban], accountName: profile.name }));
const take = (...paths: readonly string[]) => json<Imported>(['import', 'bank', '--ledger', ledger, '--today', '2026-03-04', '--accounts', 'ours', ...paths]);
const day = (number: string, date: string, opening: number): string => {
  const { name, content } = camtFile({ name: `${number}.xml`, number, opening, movements: [{ date, cents: 1000, ref: `R${number}` }] });
  return file(name, content);
};

describe('bank files on the command line', () => {
  it('say which statement is missing between the one that was there and the one taken in', async () => {
    expect((await json(['init', '--ledger', ledger, '--company', company])).code).toBe(0);
    expect(await take(day('16', '2026-03-02', 0))).toMatchObject({ code: 0, value: { problems: [] } });
    const later = await take(day('18', '2026-03-04', 2000));
    expect(later).toMatchObject({ code: 0, value: { problems: [{ code: 'bank-statement-missing', params: { numbers: '17', account: ownIban } }] } });
  });
});

describeShared('public samples without balances or of two currencies', 'bank/fixtures/INDEX.json', () => {
  it.each(['csv/knab/knab-28.csv', 'camt/053-02/no-closing-balance.xml', 'camt/053-02/minimal.xml'])('are not said to add up: %s', async (name) => {
    const path = sharedPath(`bank/fixtures/${name}`);
    const [parsed, imported] = [await json<Parsed>(['parse', 'bank', path]), await take(path)];
    const told = parsed.value.files.flatMap(({ statements }) => statements).map(({ balanced, difference }) => ({ addsUp: balanced, difference }));
    expect(imported.value.files.flatMap(({ statements }) => statements).map(({ addsUp, difference }) => ({ addsUp, difference }))).toEqual(told);
    expect(told).not.toContainEqual(expect.objectContaining({ addsUp: true }));
    expect(told.every(({ difference }) => difference === null)).toBe(true);
  });
});
