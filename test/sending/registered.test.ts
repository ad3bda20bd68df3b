/** Registered post as a property of the letter, and letters that were called posted and were not. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { company, createOffice, type Office } from './office.ts';

type Item = OutputOf<'batch.list'>['items'][number];

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02', { ...company, tagline: 'Onderhoud van cv-ketels' });
});
afterEach(() => office.close());

const textOf = (file: { readonly token: string } | null): string => {
  const path = join(office.place, 'look.pdf');
  writeFileSync(path, office.backend.openFile(file?.token ?? '')?.bytes ?? new Uint8Array());
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
};
async function due(day: string): Promise<readonly Item[]> {
  office.setDay(day);
  return (await office.call('batch.list', {})).items;
}
async function only(day: string): Promise<Item> {
  const items = await due(day);
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} messages on ${day}`);
  return item;
}
const approve = (item: Item) => office.call('batch.approve', { jobId: office.job(), messageIds: [item.messageId], evenThoughBankIsOld: true });
const send = async (day: string): Promise<void> => {
  const item = await only(day);
  expect(await approve(item)).toMatchObject({ refused: [] });
  await office.send();
};
const post = async (item: Item, on: string) => office.call('outbox.markPosted', { messageIds: [item.messageId], on: plainDate(on) });
const notPosted = (item: Item, reason = 'Lag nog op het bureau') => office.ask('outbox.notPosted', { messageId: item.messageId, reason });

/** The notice of default of an invoice, due and not approved. */
async function notice(): Promise<Item> {
  await office.invoice({ number: '2026-001', total: '1210.00' });
  for (const day of ['2026-03-02', '2026-03-12', '2026-03-23']) await send(day);
  const item = await only('2026-04-02');
  expect(item.step).toBe('default-notice');
  return item;
}
const print = () => office.call('outbox.print', { jobId: office.job() });
const edit = async (item: Item, isRegistered: boolean) => {
  const { editable } = await office.call('batch.preview', { messageId: item.messageId });
  return office.call('batch.edit', { messageId: item.messageId, channel: item.channel, recipient: '', ...editable, isRegistered });
};

describe('a notice of default', () => {
  it('goes by post and registered in the Netherlands, says so, and lies in both runs by itself', async () => {
    const item = await notice();
    expect(item.isRegistered).toBe(true);
    expect(textOf((await office.call('batch.preview', { messageId: item.messageId })).pdf)).toMatch(/Verzending\s[\s\S]*Post en aangetekend/);
    await approve(item);
    expect((await office.call('outbox.printList', {})).toPrint).toMatchObject([{ sending: 'registered-and-ordinary' }]);
    const made = await print();
    expect(made).toMatchObject({ letters: 1, refused: [] });
    expect(made.runs.map(({ kind, letters, carrier }) => [kind, letters, carrier])).toEqual([['ordinary', 1, null], ['registered', 1, 'PostNL']]);
    for (const run of made.runs) expect(textOf(run.file)).toContain('Post en aangetekend');
    expect((await office.call('outbox.printList', {})).printed).toMatchObject([{ kind: 'registered', letters: [{ sending: 'registered-and-ordinary' }] }]);
    expect(await post(item, '2026-04-02')).toEqual({ posted: 1 });
  });

  it('goes by ordinary post when somebody says so for this letter, and says nothing then', async () => {
    const item = await notice();
    await edit(item, false);
    const changed = await only('2026-04-02');
    expect(changed).toMatchObject({ isRegistered: false, isEdited: true });
    expect(textOf((await office.call('batch.preview', { messageId: item.messageId })).pdf)).not.toContain('aangetekend');
    await edit(changed, true);
    expect(await only('2026-04-02')).toMatchObject({ isRegistered: true, isEdited: false });
    await edit(changed, false);
    await approve(item);
    expect((await print()).runs.map(({ kind }) => kind)).toEqual(['ordinary']);
  });

  it('goes by ordinary post when that is the rule of the office', async () => {
    const setting = await office.call('settings.attachments', {});
    expect(setting.registeredSteps).toEqual(['default-notice', 'pre-legal-letter']);
    await office.call('settings.saveAttachments', { ...setting, registeredSteps: [] });
    expect((await notice()).isRegistered).toBe(false);
  });
});

describe('a reminder by post', () => {
  it('can go registered as well when somebody wants a proof of it', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    const [customer] = (await office.call('customers.list', { query: '', onlyOpen: false })).customers;
    const { fields } = await office.call('customers.get', { customerId: customer?.customerId ?? (0 as never) });
    await office.call('customers.save', { customerId: customer?.customerId ?? (0 as never), fields: { ...fields, channel: 'letter' } });
    const item = await only('2026-03-02');
    expect(item).toMatchObject({ channel: 'letter', isRegistered: false });
    await edit(item, true);
    expect(textOf((await office.call('batch.preview', { messageId: item.messageId })).pdf)).toContain('Post en aangetekend');
  });
});

describe('a letter that was called posted and was not', () => {
  it('waits for the post again, and the next step counts from the day on which it really went', async () => {
    const item = await notice();
    await approve(item);
    await print();
    await post(item, '2026-04-02');
    office.setDay('2026-04-03');
    expect(await notPosted(item)).toMatchObject({ ok: true });
    const message = await office.message(item.messageId);
    expect(message.row).toMatchObject({ state: 'approved', sentOn: null, sentAt: null });
    expect(message.hashesVerify).toBe(true);
    expect(message.events.map(({ detail }) => detail)).toEqual(['', 'printed', 'printed-registered', 'posted', 'not-posted: Lag nog op het bureau']);
    expect((await office.call('outbox.printList', {})).printed).toMatchObject([{ letters: [{ messageId: item.messageId }] }]);
    // Nothing is planned meanwhile: the letter is still on its way.
    expect(await due('2026-04-07')).toEqual([]);
    expect(await post(item, '2026-04-07')).toEqual({ posted: 1 });
    expect(await due('2026-04-20')).toEqual([]);
    expect((await only('2026-04-22')).step).toBe('pre-legal-letter');
  });

  it('cannot be corrected once a later step rests on its posting', async () => {
    const item = await notice();
    await approve(item);
    await post(item, '2026-04-02');
    const next = await only('2026-04-17');
    await approve(next);
    expect(await notPosted(item)).toMatchObject({ ok: false, error: { code: 'posting-followed' } });
    expect((await office.message(item.messageId)).row).toMatchObject({ state: 'sent', sentOn: '2026-04-02' });
  });

  it('is no way to take back what went by mail', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    const item = await only('2026-03-02');
    await send('2026-03-02');
    expect(await notPosted(item)).toMatchObject({ ok: false, error: { code: 'posting-followed' } });
  });

  it('is held by the ledger itself: without a correction a sent letter stays sent, and a correction stays', async () => {
    const item = await notice();
    await approve(item);
    await post(item, '2026-04-02');
    await notPosted(item);
    await post(item, '2026-04-02');
    await office.backend.close();
    const files = execFileSync('find', [office.place, '-name', '*.termijn'], { encoding: 'utf8' }).trim().split('\n');
    const sqlite = new Database(files[0] ?? '');
    try {
      expect(() => sqlite.prepare("UPDATE message SET state = 'cancelled' WHERE id = ?").run(item.messageId)).toThrow('a sent message stays sent');
      expect(() => sqlite.prepare('DELETE FROM posting_correction').run()).toThrow('append-only');
      expect(() => sqlite.prepare("UPDATE message SET state = 'approved', sent_on = NULL, sent_at = NULL WHERE channel = 'email' AND state = 'sent'").run()).toThrow('a sent message stays sent');
      expect(() => sqlite.prepare("INSERT INTO posting_correction (message_id, posted_on, posted_at, reason, at) VALUES (1, '2026-03-02', 'x', 'y', 'z')").run()).toThrow('only a letter');
    } finally {
      sqlite.close();
    }
  });
});
