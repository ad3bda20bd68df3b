/** Letters on paper: runs in printing order, registered ones apart with what the counter asks, the log, and what goes along. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { ublFile } from '../importers/importFiles.ts';
import type { File } from '../importers/importWorld.ts';
import { createOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02');
});
afterEach(() => office.close());

type Ref = OutputOf<'outbox.print'>['runs'][number]['file'];
const bytesOf = (file: Ref | null): Buffer => Buffer.from(office.backend.openFile(file?.token ?? '')?.bytes ?? []);
/** The text of each page of a PDF, as a reader sees it. */
function pagesOf(pdf: Uint8Array): readonly string[] {
  const path = join(office.place, 'look.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}
const byPost = async () => {
  for (const { customerId } of (await office.call('customers.list', { query: '', onlyOpen: false })).customers) {
    const { fields } = await office.call('customers.get', { customerId });
    await office.call('customers.save', { customerId, fields: { ...fields, channel: 'letter' } });
  }
};
const people = [
  ['Zeilmakerij Noord', '9711 AA'],
  ['Aannemer Zuid', '6211 AA'],
  ['Bakkerij Midden', '3511 AB'],
] as const;

/** Three letters, approved and not printed. */
async function threeLetters(): Promise<OutputOf<'outbox.list'>['rows']> {
  for (const [index, [customer, postcode]] of people.entries()) await office.invoice({ number: `2026-00${index + 1}`, total: '121.00', customer, postcode, email: `k${index}@klant.example` });
  await byPost();
  expect(await office.approveAll()).toMatchObject({ letters: 3, refused: [] });
  return office.outbox();
}
/** An invoice whose file carries a comment that no deflating makes small, as one with a picture in it does. */
function heavyInvoice(number: string): File {
  const { name, content } = ublFile({ number, total: '121.00', email: 'crediteuren@dehoek.example', contact: 'Crediteuren' });
  const noise = Array.from({ length: 14_000 }, (_, index) => createHash('sha512').update(String(index)).digest('base64')).join('');
  return { name, content: String(content).replace('<cbc:ID>', `<!-- ${noise} --><cbc:ID>`) };
}
const print = (input: { readonly messageIds?: number[]; readonly registered?: number[]; readonly labels?: { format: '3x8'; skip: number } } = {}) => office.call('outbox.print', { jobId: office.job(), ...input });
const idOf = (rows: OutputOf<'outbox.list'>['rows'], name: string) => {
  const row = rows.find(({ customerName }) => customerName === name);
  if (row === undefined) throw new Error(`no letter to ${name}`);
  return row.messageId;
};

describe('a print run', () => {
  it('lies in the order of the postcodes, each letter on a front page', async () => {
    await threeLetters();
    const made = await print();
    expect(made).toMatchObject({ letters: 3, cancelled: 0, refused: [] });
    const [run] = made.runs;
    expect(run).toMatchObject({ kind: 'ordinary', letters: 3, carrier: null, senderCsv: null, labels: null, bundles: [{ window: 'left', language: 'nl', letters: 3 }] });
    const pages = pagesOf(bytesOf(run?.file ?? null));
    expect(pages.flatMap((page, index) => people.filter(([name, postcode]) => page.includes(name) && page.includes(postcode.replace(' ', ' '))).map(([name]) => [name, index % 2]))).toEqual([
      ['Bakkerij Midden', 0],
      ['Aannemer Zuid', 0],
      ['Zeilmakerij Noord', 0],
    ]);
  });

  it('keeps registered letters apart, with a list for the counter and labels', async () => {
    const rows = await threeLetters();
    const registered = [idOf(rows, 'Aannemer Zuid')];
    const { runs } = await print({ registered, labels: { format: '3x8', skip: 2 } });
    expect(runs.map(({ kind, letters }) => [kind, letters])).toEqual([['ordinary', 2], ['registered', 1]]);
    const counter = runs[1];
    expect(counter?.carrier).toBe('PostNL');
    const csv = bytesOf(counter?.senderCsv ?? null).toString('utf8').split('\r\n');
    expect(csv[1]).toContain('Aannemer Zuid;Dorpsstraat 12;6211 AA;Utrecht;NL;H-2026-');
    expect(csv).toHaveLength(3);
    expect(pagesOf(bytesOf(counter?.senderSheet ?? null)).join('')).toContain('Aannemer Zuid');
    expect(pagesOf(bytesOf(counter?.labels ?? null)).join('')).toContain('6211 AA');
    expect(pagesOf(bytesOf(runs[0]?.file ?? null)).join('')).not.toContain('Aannemer Zuid');
  });

  it('of the letters that were chosen leaves the others where they are', async () => {
    const rows = await threeLetters();
    await print({ messageIds: [idOf(rows, 'Bakkerij Midden')] });
    const { toPrint, printed } = await office.call('outbox.printList', {});
    expect(toPrint.map(({ customerName }) => customerName).toSorted()).toEqual(['Aannemer Zuid', 'Zeilmakerij Noord']);
    expect(printed.map(({ letters }) => letters.map(({ customerName }) => customerName))).toEqual([['Bakkerij Midden']]);
  });
});

describe('what was printed', () => {
  it('stands apart with its moment until it is posted, and is not planned again meanwhile', async () => {
    const rows = await threeLetters();
    await print();
    const list = await office.call('outbox.printList', {});
    expect(list.toPrint).toEqual([]);
    expect(list.printed).toMatchObject([{ kind: 'ordinary', letters: [{ customerName: 'Bakkerij Midden', untrue: null }, { customerName: 'Aannemer Zuid' }, { customerName: 'Zeilmakerij Noord' }] }]);
    expect(list.printed[0]?.printedAt.slice(0, 10)).toBe('2026-03-02');
    office.setDay('2026-03-05');
    expect((await office.call('batch.list', {})).items).toEqual([]);
    expect(await office.call('outbox.markPosted', { messageIds: rows.map(({ messageId }) => messageId), on: plainDate('2026-03-04') })).toEqual({ posted: 3 });
    expect(await office.call('outbox.printList', {})).toEqual({ toPrint: [], printed: [] });
    const { events } = await office.message(idOf(rows, 'Bakkerij Midden'));
    expect(events.map(({ detail }) => detail)).toEqual(['', 'printed', 'posted']);
    expect((await office.outbox()).map(({ sentOn }) => sentOn)).toEqual(['2026-03-04', '2026-03-04', '2026-03-04']);
  });

  it('says which letter must not be posted any more because it was paid', async () => {
    await threeLetters();
    await print();
    await office.receive({ date: '2026-03-02', cents: 12_100, text: 'factuur 2026-001' });
    const [run] = (await office.call('outbox.printList', {})).printed;
    expect(run?.letters.map(({ customerName, untrue }) => [customerName, untrue?.code ?? null])).toEqual([['Bakkerij Midden', null], ['Aannemer Zuid', null], ['Zeilmakerij Noord', 'cancel-amount-changed']]);
  });

  it('may be printed again, and stands in the newest run only', async () => {
    await threeLetters();
    const first = await print();
    const again = await print();
    expect(again.runs[0]?.printRunId).not.toBe(first.runs[0]?.printRunId);
    expect(bytesOf(again.runs[0]?.file ?? null).equals(bytesOf(first.runs[0]?.file ?? null))).toBe(true);
    expect((await office.call('outbox.printList', {})).printed.map(({ printRunId }) => printRunId)).toEqual([again.runs[0]?.printRunId]);
  });
});

describe('copies of the invoices', () => {
  const along = (mailLimitMb = 10) => office.call('settings.saveAttachments', { enclosesInvoices: true, mailLimitMb });

  it('do not go along unless the office says so', async () => {
    await office.invoice({ number: '2026-001', total: '121.00' });
    await office.approveAll();
    await office.send();
    expect(office.mails[0]?.attachments).toHaveLength(1);
  });

  it('go with the mail as it was approved, and the hashes prove it', async () => {
    await along();
    await office.invoice({ number: '2026-001', total: '121.00' });
    expect(await office.approveAll()).toMatchObject({ emails: 1, refused: [] });
    await office.call('settings.saveAttachments', { enclosesInvoices: false, mailLimitMb: 10 });
    expect(await office.send()).toMatchObject({ sent: 1 });
    const [, copy] = office.mails[0]?.attachments ?? [];
    expect(copy).toMatchObject({ name: 'kopie-factuur-2026-001.pdf', mime: 'application/pdf' });
    const text = pagesOf(copy?.bytes ?? new Uint8Array()).join('');
    expect(text).toContain('2026-001');
    expect(text).toMatch(/kopie/i);
    const [row] = await office.outbox();
    const stored = await office.message(row?.messageId ?? (0 as never));
    expect(stored.hashesVerify).toBe(true);
    expect(stored.enclosures.map(({ name }) => name)).toEqual(['kopie-factuur-2026-001.pdf']);
    expect(bytesOf(stored.enclosures[0]?.pdf ?? null).equals(Buffer.from(copy?.bytes ?? []))).toBe(true);
  });

  it('lie behind the letter in the print file, on a front page of their own', async () => {
    await along();
    await office.invoice({ number: '2026-001', total: '121.00' });
    await byPost();
    expect(await office.approveAll()).toMatchObject({ letters: 1, refused: [] });
    const { runs } = await print();
    const pages = pagesOf(bytesOf(runs[0]?.file ?? null));
    expect(pages[0]).toContain('Bijlage');
    expect(pages.findIndex((page) => /^.*kopie.*factuur/im.test(page) && !page.includes('Bijlage')) % 2).toBe(0);
    expect(pages.length).toBeGreaterThanOrEqual(3);
  });

  it('that make a mail too large are refused before anything is frozen', async () => {
    await along(1);
    await office.take([heavyInvoice('2026-001')]);
    const answer = await office.approveAll();
    expect(answer.refused.map(({ reason }) => [reason.code, reason.params['limit']])).toEqual([['mail-too-large', 1]]);
    expect(await office.send()).toMatchObject({ sent: 0 });
    await along(50);
    expect(await office.approveAll()).toMatchObject({ approved: 1 });
  });
});
