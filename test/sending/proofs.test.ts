/** Proofs of delivery and sending, and calculations as files of their own: what goes along with a message beside the letter. */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../src-shared/contract/index.ts';
import { brokenClauses } from '../letters/pdfaClauses.ts';
import { pngOf } from '../letters/pngOf.ts';
import { company, createOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02', { ...company, tagline: 'Onderhoud van cv-ketels' });
});
afterEach(() => office.close());

const look = (tool: string, options: readonly string[], pdf: Uint8Array): string => {
  const path = join(office.place, 'look.pdf');
  writeFileSync(path, pdf);
  return execFileSync(tool, [...options, path, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
};
const text = (pdf: Uint8Array): string => look('pdftotext', ['-layout'], pdf);
const bytesOf = (file: { readonly token: string } | null): Buffer => Buffer.from(office.backend.openFile(file?.token ?? '')?.bytes ?? []);
const stage = async (name: string, bytes: Uint8Array): Promise<string> =>
  (await office.backend.stage(name, (async function* () { yield await Promise.resolve(bytes); })()))?.stagedId ?? '';
const png = (width: number): Uint8Array => new Uint8Array(Buffer.from(pngOf(width, 70, (x, y) => [x % 200, y, 120, 255]).split(',')[1] ?? '', 'base64'));
/** A signed delivery note as another program made it. */
const foreignPdf = (): Uint8Array => {
  const page = deflateSync('0 0 100 100 re f');
  return new Uint8Array(Buffer.concat([Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 4 0 obj<</Length ${page.length}/Filter/FlateDecode>>stream\n`), page, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF')]));
};
const customerId = async () => (await office.call('customers.list', { query: '', onlyOpen: false })).customers[0]?.customerId ?? (0 as never);
const documentId = async () => (await office.call('batch.list', {})).items[0]?.documents[0]?.documentId ?? null;

type Ask = Partial<CallInput<'proofs.add'>> & { readonly name?: string; readonly bytes?: Uint8Array; readonly pictures?: readonly Uint8Array[] };
async function asked({ name = 'pakbon.pdf', bytes = foreignPdf(), pictures = [png(51), png(52)], ...more }: Ask = {}): Promise<CallInput<'proofs.add'>> {
  const pages = await Promise.all(pictures.map((picture, index) => stage(`page-${index}.png`, picture)));
  return { customerId: await customerId(), documentId: await documentId(), messageId: null, kind: 'delivery', isEnclosed: true, stagedId: await stage(name, bytes), pages, ...more };
}
const add = async (ask: Ask = {}) => office.call('proofs.add', await asked(ask));
const list = async () => (await office.call('proofs.list', { customerId: await customerId() })).proofs;
const byPost = async () => {
  const id = await customerId();
  const { fields } = await office.call('customers.get', { customerId: id });
  await office.call('customers.save', { customerId: id, fields: { ...fields, channel: 'letter' } });
};
const invoice = () => office.invoice({ number: '2026-001', total: '121.00' });
const previewText = async (): Promise<string> => {
  const [item] = (await office.call('batch.list', {})).items;
  return text(bytesOf((await office.call('batch.preview', { messageId: item?.messageId ?? (0 as never) })).pdf));
};

describe('a proof of delivery', () => {
  it('stands with its invoice and comes out as it went in', async () => {
    await invoice();
    const { proofId } = await add();
    expect(await list()).toMatchObject([{ proofId, kind: 'delivery', name: 'pakbon.pdf', mime: 'application/pdf', pages: 2, documentNumber: '2026-001', isEnclosed: true }]);
    const opened = await office.call('proofs.open', { proofId });
    expect(opened).toMatchObject({ name: 'pakbon.pdf', mime: 'application/pdf' });
    expect(bytesOf(opened).equals(Buffer.from(foreignPdf()))).toBe(true);
  });

  it('goes with the mail as it came, is named under the letter, and its hash proves it', async () => {
    await invoice();
    await add();
    expect(await previewText()).toContain('Bijlage: bewijs van levering');
    expect(await office.approveAll()).toMatchObject({ emails: 1, refused: [] });
    await office.send();
    const [, proof] = office.mails[0]?.attachments ?? [];
    expect(proof?.name).toBe('bewijs-van-levering-2026-001.pdf');
    expect(Buffer.from(proof?.bytes ?? []).equals(Buffer.from(foreignPdf()))).toBe(true);
    expect(office.mails[0]?.text).toContain('bewijs van levering (pdf)');
    const [row] = await office.outbox();
    const stored = await office.message(row?.messageId ?? (0 as never));
    expect(stored.hashesVerify).toBe(true);
    expect(stored.enclosures).toMatchObject([{ name: 'bewijs-van-levering-2026-001.pdf', sha256: createHash('sha256').update(foreignPdf()).digest('hex') }]);
  });

  it('that is a photo becomes a PDF that keeps to PDF/A', async () => {
    await invoice();
    await add({ name: 'handtekening.png', bytes: png(53), pictures: [png(53)] });
    await office.approveAll();
    await office.send();
    const made = office.mails[0]?.attachments[1]?.bytes ?? new Uint8Array();
    expect(brokenClauses(made, 2)).toEqual([]);
    expect(text(made)).toContain('Bewijs van levering 2026-001');
    expect(look('pdfimages', ['-list'], made)).toMatch(/\s53\s+70\s/);
  });

  it('lies behind the letter on paper, page by page', async () => {
    await invoice();
    await byPost();
    await add();
    expect(await office.approveAll()).toMatchObject({ letters: 1, refused: [] });
    const { runs } = await office.call('outbox.print', { jobId: office.job() });
    const file = bytesOf(runs[0]?.file ?? null);
    const pictures = look('pdfimages', ['-list'], file).split('\n').map((line) => line.trim().split(/\s+/)).filter(([, , , width]) => width === '51' || width === '52').map(([page, , , width]) => [page, width]);
    // Letter on page 1, an empty back, then the two pages of the proof.
    expect(new Set(pictures.map(String))).toEqual(new Set(['3,51', '4,52']));
  });

  it('goes only with messages about its invoice, as long as somebody wants it, and not after it was taken away', async () => {
    await invoice();
    const { proofId } = await add();
    await office.call('proofs.enclose', { proofId, isEnclosed: false });
    expect(await previewText()).not.toContain('bewijs van levering');
    await office.call('proofs.enclose', { proofId, isEnclosed: true });
    await office.call('proofs.remove', { proofId, isRemoved: true });
    expect(await list()).toEqual([]);
    expect(await previewText()).not.toContain('bewijs van levering');
    await office.call('proofs.remove', { proofId, isRemoved: false });
    expect(await previewText()).toContain('bewijs van levering');
    expect(await office.ask('proofs.remove', { proofId, isRemoved: false })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('of a message that went out goes with the next one about the same invoice', async () => {
    await invoice();
    await byPost();
    await office.approveAll();
    const [row] = await office.outbox();
    await office.call('outbox.markPosted', { messageIds: [row?.messageId ?? (0 as never)], on: row?.plannedOn ?? ('' as never) });
    await add({ documentId: null, messageId: row?.messageId ?? (0 as never), kind: 'sending' });
    office.setDay('2026-03-12');
    expect(await previewText()).toContain('Bijlage: bewijs van verzending');
  });

  it('is refused when it is no document, too large, or about somebody else', async () => {
    await invoice();
    expect(await office.ask('proofs.add', await asked({ bytes: new TextEncoder().encode('<html>') }))).toMatchObject({ ok: false, error: { code: 'proof-type' } });
    expect(await office.ask('proofs.add', await asked({ pictures: [new TextEncoder().encode('no picture')] }))).toMatchObject({ ok: false, error: { code: 'proof-type' } });
    const broken = png(40).slice(0, 60);
    expect(await office.ask('proofs.add', await asked({ pictures: [broken] }))).toMatchObject({ ok: false, error: { code: 'proof-type' } });
    const huge = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(10_000_001)]));
    expect(await office.ask('proofs.add', await asked({ bytes: huge }))).toMatchObject({ ok: false, error: { code: 'proof-too-large' } });
    expect(await office.ask('proofs.add', await asked({ documentId: 9999 as never }))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await list()).toEqual([]);
  });

  it('counts in the size of the mail', async () => {
    await office.call('settings.saveAttachments', { enclosesInvoices: false, mailLimitMb: 1 });
    await invoice();
    await add({ bytes: new Uint8Array(Buffer.concat([Buffer.from(foreignPdf()), randomBytes(900_000)])) });
    expect((await office.approveAll()).refused.map(({ reason }) => reason.code)).toEqual(['mail-too-large']);
  });
});

describe('lists and calculations', () => {
  const apart = () => office.call('settings.saveAttachments', { enclosesInvoices: false, mailLimitMb: 10, annexApart: true });
  const pages = (pdf: Uint8Array): number => Number(/Pages:\s+(\d+)/.exec(look('pdfinfo', [], pdf))?.[1]);
  /** The last mail as the mail server got it. */
  const attachments = () => (office.mails.at(-1)?.attachments ?? []).map(({ name, bytes }) => ({ name, bytes, pages: pages(bytes) }));
  const sendAll = async (day: string): Promise<readonly string[]> => {
    office.setDay(day);
    const { items } = await office.call('batch.list', {});
    expect(await office.approveAll()).toMatchObject({ refused: [] });
    await office.send();
    return items.map(({ step }) => step);
  };
  /** Over 1 July, when the rate changes: one row an invoice cannot show it. */
  const demand = async (): Promise<void> => {
    office.setDay('2026-06-15');
    await office.invoice({ number: '2026-001', total: '1210.00' });
    expect(await sendAll('2026-06-15')).toEqual(['reminder-1']);
    expect(await sendAll('2026-06-25')).toEqual(['reminder-2']);
    expect(await sendAll('2026-07-06')).toEqual(['demand-1']);
  };

  it('stand behind the letter unless the office says otherwise', async () => {
    await demand();
    expect(attachments().map((one) => one.pages)).toEqual([2]);
    expect(text(attachments()[0]?.bytes ?? new Uint8Array())).toContain('Bijlage: berekening');
  });

  it('go with a mail as files of their own when the office says so', async () => {
    await apart();
    await demand();
    const [letter, calculation] = attachments();
    expect(letter?.pages).toBe(1);
    expect(text(letter?.bytes ?? new Uint8Array())).toMatch(/\(berekening in de bijlage\)[\s\S]*Bijlage: berekening van het openstaande bedrag/);
    expect(calculation?.name).toMatch(/^berekening-H-2026-\d{4}\.pdf$/);
    const words = text(calculation?.bytes ?? new Uint8Array());
    for (const part of ['10,15', '10,40', '2026-001']) expect(words).toContain(part);
    expect(brokenClauses(calculation?.bytes ?? new Uint8Array(), 2)).toEqual([]);
    expect(office.mails.at(-1)?.text).toContain('berekening van het openstaande bedrag (pdf)');
    const [row] = await office.outbox();
    expect((await office.message(row?.messageId ?? (0 as never))).hashesVerify).toBe(true);
  });

  it('of many invoices go apart too, and stay with the letter on paper', async () => {
    await apart();
    for (let number = 1; number <= 12; number += 1) await office.invoice({ number: `2026-0${number + 10}`, total: '121.00' });
    await byPost();
    const [onPaper] = (await office.call('batch.list', {})).items;
    const paper = bytesOf((await office.call('batch.preview', { messageId: onPaper?.messageId ?? (0 as never) })).pdf);
    expect(pages(paper)).toBe(2);
    const id = await customerId();
    const { fields } = await office.call('customers.get', { customerId: id });
    await office.call('customers.save', { customerId: id, fields: { ...fields, channel: 'email' } });
    await sendAll('2026-03-02');
    expect(attachments().map((one) => [one.name.replace(/H-\d{4}-\d{4}/, 'REF'), one.pages])).toEqual([['betalingsherinnering-REF.pdf', 1], ['openstaande-facturen-REF.pdf', 1]]);
    expect(text(attachments()[1]?.bytes ?? new Uint8Array())).toContain('2026-022');
  });
});
