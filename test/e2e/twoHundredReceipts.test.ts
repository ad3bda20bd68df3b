/**
 * Two hundred receipts as a work list: decided with the keyboard alone, one key for each. Every run decides some and prints how long a
 * decision takes on this machine, from the key to the next receipt ready for its own; `TERMIJN_DECISIONS=200` decides them all.
 */
import type { Page } from '@playwright/test';
import { callsOf } from './calls.ts';
import { bankPage } from './pages/bankPage.ts';
import { expect, test } from './webHost.ts';

const receipts = 200;
const decisions = Math.min(receipts, Math.max(1, Number(process.env['TERMIJN_DECISIONS'] ?? '25')));
const ownIban = 'NL02ABNA0123456789';
const profile = {
  name: 'Veenrand Meubels B.V.', tagline: 'Maatmeubels', street: 'Kade 1', postcode: '8501 AA', city: 'Joure', country: 'NL', language: 'nl', registrationNumber: '99000001', vatNumber: '', phone: '0513 000 000',
  email: 'administratie@veenrand.example', website: '', ibans: [ownIban], bic: '', accountName: '', signerName: 'A. Veen', signerRole: '', accentColour: '#335577', logo: '', windowOffset: { x: 0, y: 0 },
} as const;

const decimal = (cents: number): string => (cents / 100).toFixed(2);
const amountOf = (place: number): number => 10_000 + place * 137;
const syllables = ['ber', 'kol', 'dam', 'mir', 'tas', 'vel', 'zon', 'rik', 'pol', 'hag'];
const customerOf = (place: number): string => `${syllables[place % 10] ?? ''}${syllables[Math.floor(place / 10) % 10] ?? ''}${syllables[Math.floor(place / 100)] ?? ''} handel`.replace(/^./, (first) => first.toUpperCase());

/** Invoices of as many customers. */
const openItems = (): string =>
  [
    'Factuurnummer;Klantnaam;Debiteurnummer;Factuurdatum;Vervaldatum;Bedrag incl. btw;Openstaand',
    ...Array.from({ length: receipts }, (_, place) => [`2026-${String(place + 1).padStart(4, '0')}`, customerOf(place), String(10_001 + place), '01-09-2026', '01-10-2026', decimal(amountOf(place)).replace('.', ','), decimal(amountOf(place)).replace('.', ',')].join(';')),
  ].join('\r\n');

/** Receipts by name and amount only: the program proposes and a person decides. */
function statement(): string {
  const entries = Array.from(
    { length: receipts },
    (_, place) => `<Ntry><Amt Ccy="EUR">${decimal(amountOf(place))}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-1${String(place % 10)}</Dt></BookgDt><ValDt><Dt>2026-11-1${String(place % 10)}</Dt></ValDt><AcctSvcrRef>R${String(place)}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${customerOf(place)}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>betaling</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  const total = Array.from({ length: receipts }, (_, place) => amountOf(place)).reduce((sum, cents) => sum + cents, 0);
  const balance = (code: string, cents: number): string => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimal(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-19</Dt></Dt></Bal>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T08:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-11-20T08:00:00</CreDtTm><Acct><Id><IBAN>${ownIban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', 0)}${balance('CLBD', total)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
}

/** The work list with the receipt on the right, ready to be decided. */
async function ready(app: Page): Promise<void> {
  const bank = bankPage(app);
  await expect(bank.proposals().first()).toBeVisible();
  await expect(bank.assign()).toBeEnabled();
}

test('two hundred receipts are decided with one key each', async ({ page, freshHost }) => {
  test.setTimeout(60_000 + decisions * 3_000);
  const call = await callsOf(freshHost);
  await call('administrations.create', { profile: { ...profile, ibans: [...profile.ibans] } });
  await page.goto(freshHost.link());
  const stagedIds = await page.evaluate(
    async (files) => {
      const staged: string[] = [];
      for (const [name, body] of files) {
        const answer = (await (await fetch('/upload', { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-file-name': name }, body })).json()) as { value: { stagedId: string } };
        staged.push(answer.value.stagedId);
      }
      return staged;
    },
    [['openstaand.csv', openItems()], ['afschrift.xml', statement()]] as const,
  );
  const { previewId } = await call('imports.preview', { jobId: 'preview', stagedIds, mappings: {} });
  await call('imports.commit', { jobId: 'commit', previewId, accounts: { [ownIban]: 'ours' }, takePossiblyKnown: false });
  const before = (await call('bank.unmatched', { includeParked: false })).receipts.length;
  expect(before).toBe(receipts);
  await page.evaluate(() => (location.hash = '/bank'));
  await page.reload();
  const bank = bankPage(page);
  await ready(page);
  const times: number[] = [];
  for (let made = 0; made < decisions; made += 1) {
    const chosen = await bank.chosen().textContent();
    const start = performance.now();
    await page.keyboard.press('m');
    if (made === receipts - 1) break;
    await expect(bank.chosen()).not.toHaveText(chosen ?? '', { timeout: 20_000 });
    await ready(page);
    times.push(performance.now() - start);
  }
  await expect.poll(async () => (await call('bank.unmatched', { includeParked: false })).receipts.length).toBe(receipts - decisions);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  const sum = times.reduce((total, one) => total + one, 0);
  console.log(`${String(times.length)} decisions of ${String(receipts)} receipts by keyboard: median ${at(0.5)} ms, 95% within ${at(0.95)} ms, mean ${(sum / times.length).toFixed(0)} ms; two hundred take ${((sum / times.length) * receipts / 60_000).toFixed(1)} minutes of waiting`);
});
