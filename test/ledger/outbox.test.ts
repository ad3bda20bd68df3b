import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { customerTimeline } from '../../src-main/features/customers/timeline.ts';
import { recoverOutbox } from '../../src-main/features/outbox/methods.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId, EntryId } from '../../src-shared/ids.ts';
import { codedReason } from '../../src-shared/reasons.ts';
import { reverseEntry } from '../../src-main/ledger/journal.ts';
import { creditNoteIssued, moneyReceived, receiptAllocated } from '../../src-main/domain/posting/posting.ts';
import { cents } from '../../src-shared/money.ts';
import { addBankEntry, addDocument, book, ownAccountId } from './builders.ts';
import { createLedger, memoryLedger, temporaryFolder, valueOf } from './ledgers.ts';
import { issue, type OutboxWorld, outboxWorld, smtpSettings } from './outboxWorld.ts';
import { password, rudeServer } from './smtpServer.ts';

const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('an empty list');
  return one;
};

const receive = ({ ledger }: OutboxWorld, amount: number): ReturnType<typeof addBankEntry> =>
  ledger.write((db) => {
    const id = addBankEntry(db, { bookDate: plainDate('2026-11-19'), amount: cents(amount) });
    book(db, { kind: 'receipt', on: plainDate('2026-11-19'), postings: moneyReceived({ ownAccountId, bankEntryId: id, amountCents: cents(amount) }) });
    return id;
  });

function pay(world: OutboxWorld, index: number, amount: number): void {
  const bankEntryId = receive(world, amount);
  const documentId = world.documents[index];
  if (documentId === undefined) throw new Error('no such document');
  world.ledger.write((db) => book(db, { kind: 'allocation', on: plainDate('2026-11-19'), postings: receiptAllocated({ bankEntryId, documentId, amountCents: cents(amount) }) }));
}

describe('planning the day', () => {
  it('twice, and after a restart, makes each message and each due step once', async () => {
    const world = await outboxWorld(memoryLedger());
    await world.must('batch.list', {});
    await world.must('today.overview', {});
    world.parts.memo.signature = '';
    await world.must('batch.list', {});
    expect(world.count('SELECT count(*) FROM message')).toBe(2);
    expect(world.count('SELECT count(*) FROM due_step')).toBe(2);
  });

  it('again after an own word or another channel keeps them, and takes words that are ours as ours', async () => {
    const world = await outboxWorld(memoryLedger());
    const item = first((await world.must('batch.list', {})).items);
    const preview = await world.must('batch.preview', { messageId: item.messageId });
    await world.must('batch.edit', { messageId: item.messageId, channel: 'email', recipient: item.recipient, ...preview.editable, isRegistered: null });
    expect(first((await world.must('batch.list', {})).items).isEdited).toBe(false);
    await world.must('batch.edit', { messageId: item.messageId, channel: 'letter', recipient: '', ...preview.editable, note: 'Bel gerust.', isRegistered: null });
    const edited = first((await world.must('batch.list', {})).items);
    expect(edited).toMatchObject({ isEdited: true, channel: 'letter', recipient: 'Kade 1, 1234 AB Voorbeeldstad' });
    await world.must('batch.edit', { messageId: item.messageId, channel: 'email', recipient: 'ander@klant.example', ...preview.editable, isRegistered: null });
    expect(first((await world.must('batch.list', {})).items)).toMatchObject({ channel: 'email', recipient: 'ander@klant.example' });
  });

  it('shows a step that was overtaken until somebody has looked at it', async () => {
    const world = await outboxWorld(memoryLedger(), 1);
    await world.must('batch.list', {});
    world.run(`INSERT INTO due_step (document_id, step, due_on, state, reason, decided_at) VALUES (1, 'pre-due', '2026-11-10', 'missed',
      '{"code":"missed-lapsed","params":{"step":"pre-due","plannedDate":"2026-11-10"}}', '2026-11-20T08:00:00.000Z')`);
    const missed = async () => (await world.must('today.overview', {})).decide.filter((decision) => decision.kind === 'missed-step');
    expect(first(await missed())).toMatchObject({ customerName: 'Aardappel', documentNumber: 'F1' });
    await world.must('today.missedSeen', { documentId: first(world.documents) });
    expect(await missed()).toEqual([]);
  });
});

describe('approval', () => {
  it('freezes what the customer gets: the ledger refuses changes and the hashes verify', async () => {
    const world = await outboxWorld(memoryLedger());
    expect(await world.approveAll()).toMatchObject({ approved: 2, emails: 2, letters: 0, refused: [] });
    for (const change of [`text = 'anders'`, `cents = 1`, `recipient = 'x@y.example'`, `content = '{}'`, `html = ''`]) {
      expect(() => world.run(`UPDATE message SET ${change} WHERE id = 1`)).toThrow('never changed');
    }
    expect(() => world.run('DELETE FROM message WHERE id = 1')).toThrow();
    expect(() => world.run(`UPDATE file SET bytes = x'00'`)).toThrow('never changed');
    const { hashesVerify, pdfSha256 } = await world.must('outbox.get', { messageId: first(await world.rows()).messageId });
    expect({ hashesVerify, length: pdfSha256?.length }).toEqual({ hashesVerify: true, length: 64 });
  });

  it('finds out when the stored message was changed behind its back', async () => {
    const world = await outboxWorld(memoryLedger());
    await world.approveAll();
    world.run(`DROP TRIGGER message_frozen; UPDATE message SET content = json_set(content, '$.text', 'anders') WHERE id = 1`);
    expect((await world.must('outbox.get', { messageId: 1 as never })).hashesVerify).toBe(false);
  });

  it('of what is paid meanwhile is refused, the others go on', async () => {
    const world = await outboxWorld(memoryLedger());
    const messageIds = await world.all();
    pay(world, 0, 121_000);
    const { approved, refused } = await world.must('batch.approve', { jobId: 'job', messageIds, evenThoughBankIsOld: false });
    expect({ approved, refused: refused.length }).toEqual({ approved: 1, refused: 1 });
  });

  it('stores the figures of the letter when something was paid in part since the list was made', async () => {
    const world = await outboxWorld(memoryLedger());
    const messageIds = await world.all();
    pay(world, 0, 21_000);
    await world.must('batch.approve', { jobId: 'job', messageIds, evenThoughBankIsOld: false });
    expect(await world.send()).toMatchObject({ sent: 2, cancelled: 0 });
    expect((await world.rows()).map((row) => row.cents).toSorted((a, b) => a - b)).toEqual([100_000, 121_000]);
  });

  it('and sending are refused with old bank data, unless the user has seen that', async () => {
    const world = await outboxWorld(memoryLedger());
    world.run(`UPDATE statement SET closing_date = '2026-11-01'`);
    const messageIds = await world.all();
    expect(await world.call('batch.approve', { jobId: 'job', messageIds, evenThoughBankIsOld: false })).toMatchObject({ error: { code: 'bank-data-too-old' } });
    await world.must('batch.approve', { jobId: 'job', messageIds, evenThoughBankIsOld: true });
    expect(await world.send()).toMatchObject({ sent: 0, problem: { code: 'bank-data-old' } });
    expect(await world.send(true)).toMatchObject({ sent: 2, problem: null });
  });
});

describe('sending', () => {
  it('hands over text, HTML, the code inline and the letter as PDF, under the stored Message-ID', async () => {
    const world = await outboxWorld(memoryLedger(), 1);
    await world.approveAll();
    expect(await world.send()).toEqual({ sent: 1, failed: 0, unconfirmed: 0, cancelled: 0, problem: null });
    const row = first(await world.rows());
    const detail = await world.must('outbox.get', { messageId: row.messageId });
    const mail = first(world.server.received);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, recipient: 'crediteuren1@klant.example' });
    expect(mail).toContain(`Message-ID: ${detail.messageIdHeader}`);
    for (const part of ['To: crediteuren1@klant.example', 'Content-Type: text/plain', 'Content-Type: text/html', 'Content-Type: application/pdf', 'Content-Disposition: inline']) expect(mail).toContain(part);
    expect(mail.match(/Content-ID: </g)?.length).toBe(1);
    const shown = world.parts.madeFiles.get(detail.html?.token ?? '');
    const html = new TextDecoder().decode(shown?.bytes);
    expect(html).toContain('data:image/png;base64,');
    expect(html).not.toContain('cid:');
    expect(customerTimeline(world.ledger.read, 1 as CustomerId, 'messages')).toMatchObject([{ kind: 'message', messageId: row.messageId, cents: 121_000 }]);
  });

  it('twice at the same time sends each message once', async () => {
    const world = await outboxWorld(memoryLedger(), 5);
    await world.approveAll();
    const both = await Promise.all([world.send(), world.send()]);
    expect(both.reduce((sum, outcome) => sum + outcome.sent, 0)).toBe(5);
    expect(world.server.received.length).toBe(5);
    expect(await world.send()).toMatchObject({ sent: 0 });
  });

  it('with a refused login leaves a message that a person may try again, and stops', async () => {
    const world = await outboxWorld(memoryLedger());
    await world.must('settings.saveSmtp', smtpSettings(world.server.port, { user: 'studio' }));
    world.server.takesPassword = false;
    await world.approveAll();
    expect(await world.send()).toMatchObject({ sent: 0, failed: 1, problem: { code: 'send-refused-authentication' } });
    const failed = first((await world.rows()).filter((row) => row.state === 'failed'));
    expect((await world.must('today.overview', {})).decide.map((decision) => decision.kind)).toContain('failed');
    expect(await world.all()).toEqual([]);
    world.server.takesPassword = true;
    await world.must('outbox.resolve', { messageId: failed.messageId, decision: 'send-again' });
    expect(await world.send()).toMatchObject({ sent: 2, failed: 0, problem: null });
  });

  it('to a recipient that is refused fails, the others go on', async () => {
    const world = await outboxWorld(memoryLedger(), 3);
    world.server.recipient = (address) => (address.startsWith('crediteuren2@') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null);
    await world.approveAll();
    expect(await world.send()).toMatchObject({ sent: 2, failed: 1, problem: null });
    expect(first((await world.rows()).filter((row) => row.state === 'failed')).failure?.code).toBe('send-refused-recipient');
  });

  it('that breaks after the message was handed over is a question for a person, never a second mail', async () => {
    const world = await outboxWorld(memoryLedger(), 1);
    const rude = await rudeServer();
    await world.must('settings.saveSmtp', smtpSettings(rude.port));
    await world.approveAll();
    expect(await world.send()).toMatchObject({ unconfirmed: 1, sent: 0 });
    expect(await world.send()).toMatchObject({ unconfirmed: 0, sent: 0 });
    world.goTo('2026-12-15');
    expect(await world.all()).toEqual([]);
    expect(rude.messages()).toBe(1);
    rude.close();
    const { messageId } = first(await world.rows());
    await world.must('outbox.resolve', { messageId, decision: 'was-sent' });
    expect((await world.must('outbox.get', { messageId })).row.sentAt).toContain('2026-11-20');
  });

  it('stops at the daily maximum and goes on the next day', async () => {
    const world = await outboxWorld(memoryLedger(), 3);
    await world.must('settings.saveSmtp', smtpSettings(world.server.port, { maxPerDay: 2 }));
    await world.approveAll();
    expect(await world.send()).toMatchObject({ sent: 2, problem: { code: 'send-daily-limit' } });
    world.goTo('2026-11-23');
    expect(await world.send()).toMatchObject({ sent: 1, problem: null });
  });

  it('waits for Monday with what was approved on a Saturday', async () => {
    const world = await outboxWorld(memoryLedger());
    world.goTo('2026-11-21');
    await world.approveAll();
    expect(first(await world.rows()).plannedOn).toBe('2026-11-23');
    expect(await world.send()).toMatchObject({ sent: 0, problem: null });
    expect(world.server.received).toEqual([]);
    world.goTo('2026-11-23');
    expect(await world.send()).toMatchObject({ sent: 2 });
  });

  it('can be stopped between two messages', async () => {
    const world = await outboxWorld(memoryLedger(), 3);
    await world.approveAll();
    world.server.recipient = () => {
      world.stop.abort();
      return null;
    };
    expect(await world.send()).toMatchObject({ sent: 1 });
    expect((await world.rows()).filter((row) => row.state === 'approved').length).toBe(2);
  });

  const changes: readonly (readonly [string, string, (world: OutboxWorld) => void])[] = [
    ['paid', 'cancel-amount-changed', (world) => pay(world, 0, 121_000)],
    ['paid in part', 'cancel-amount-changed', (world) => pay(world, 0, 1_000)],
    ['disputed', 'cancel-disputed', (world) => world.run(`INSERT INTO dispute (document_id, cents, reason, opened_on) VALUES (1, 1000, 'schade', '2026-11-20')`)],
    ['put on hold', 'cancel-held', (world) => world.run(`INSERT INTO hold (customer_id, reason, until, created_at) VALUES (1, 'overleg', '2026-12-01', '2026-11-20T11:00:00Z')`)],
    ['promised', 'cancel-promised', (world) => world.run(`INSERT INTO promise (customer_id, promised_on, due_on, cents) VALUES (1, '2026-11-20', '2026-11-27', 121000)`)],
    ['insolvent', 'cancel-insolvent', (world) => world.run(`UPDATE customer SET insolvent_on = '2026-11-20' WHERE id = 1`)],
    [
      'paid by a receipt that is not assigned yet',
      'cancel-unmatched',
      (world) => {
        const id = receive(world, 5_000);
        world.run(`UPDATE bank_entry SET customer_id = 1 WHERE id = ${id}`);
      },
    ],
    [
      'credited',
      'cancel-balance-changed',
      ({ ledger }) =>
        ledger.write((db) => {
          const documentId = addDocument(db, { customerId: 1 as CustomerId, kind: 'creditNote', issueDate: plainDate('2026-11-20'), total: cents(-21_000) });
          book(db, { kind: 'credit-note', on: plainDate('2026-11-20'), postings: creditNoteIssued({ documentId, totalCents: cents(21_000) }) });
        }),
    ],
  ];
  for (const [what, code, change] of changes) {
    it(`does not send what was ${what} since approval, and says why`, async () => {
      const world = await outboxWorld(memoryLedger());
      await world.approveAll();
      change(world);
      expect(await world.send()).toMatchObject({ sent: 1, cancelled: 1 });
      expect(first((await world.rows()).filter((row) => row.state === 'cancelled')).failure?.code).toBe(code);
      expect(world.server.received.length).toBe(1);
    });
  }

  it('never writes the password into the ledger', async () => {
    const path = join(temporaryFolder(), 'books.ledger');
    const ledger = createLedger(path);
    const world = await outboxWorld(ledger, 1);
    await world.must('settings.saveSmtp', smtpSettings(world.server.port, { user: 'studio' }));
    await world.approveAll();
    await world.send();
    ledger.read.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = [path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file).toString('latin1')).join('');
    expect(bytes).toContain('studio');
    expect(bytes).not.toContain(password);
    expect([...world.secrets.values()]).toEqual([password]);
  });
});

describe('headers', () => {
  it('of own making are refused: in the subject, the recipient and the sender', async () => {
    const world = await outboxWorld(memoryLedger());
    const item = first((await world.must('batch.list', {})).items);
    const words = { messageId: item.messageId, channel: 'email' as const, recipient: item.recipient, subject: 'Herinnering', opening: '', note: '', isRegistered: null };
    for (const tricked of [{ subject: 'Hallo\r\nBcc: ander@elders.example' }, { recipient: 'a@b.example, c@d.example' }, { recipient: 'a@b.example\nBcc: x@y.example' }]) {
      expect((await world.call('batch.edit', { ...words, ...tricked })).ok).toBe(false);
    }
    const { settings } = smtpSettings(world.server.port);
    for (const tricked of [{ fromName: 'Studio\r\nBcc: x@y.example' }, { fromAddress: 'a@b.example\nBcc: x@y.example' }, { fromAddress: '' }]) {
      expect((await world.call('settings.saveSmtp', { settings: { ...settings, ...tricked }, password: null })).ok).toBe(false);
    }
  });

  it('with a name that holds a line break keep the message back', async () => {
    const world = await outboxWorld(memoryLedger());
    world.run(`INSERT INTO contact (customer_id, name, role, email, phone, is_payment_contact, can_release_payment) VALUES (1, 'Jan' || char(10) || 'Bcc: x@y.example', 'other', 'jan@klant.example', '', 1, 0)`);
    expect(await world.approveAll()).toMatchObject({ approved: 1, refused: [{ reason: { code: 'recipient-invalid' } }] });
  });

  it('travel encrypted: a plain connection to another machine is refused', async () => {
    const world = await outboxWorld(memoryLedger());
    const { settings } = smtpSettings(25);
    expect(await world.call('settings.saveSmtp', { settings: { ...settings, host: 'smtp.elders.example' }, password: null })).toMatchObject({ error: { code: 'smtp-not-encrypted' } });
  });
});

describe('letters', () => {
  it('are printed together, count as sent when they are posted, and leave the list when paid', async () => {
    const world = await outboxWorld(memoryLedger(), 3);
    world.run(`UPDATE customer SET channel = 'letter'`);
    expect(await world.approveAll()).toMatchObject({ emails: 0, letters: 3 });
    expect(await world.send()).toMatchObject({ sent: 0 });
    pay(world, 2, 121_000);
    const printed = await world.must('outbox.print', { jobId: 'print', messageIds: null, registered: [], labels: null, isDuplex: true });
    expect(printed).toMatchObject({ letters: 2, cancelled: 1 });
    const bytes = world.parts.madeFiles.get(printed.runs[0]?.file.token ?? '')?.bytes ?? new Uint8Array();
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const messageIds = (await world.rows()).filter((row) => row.state === 'approved').map((row) => row.messageId);
    expect((await world.call('outbox.markPosted', { messageIds, on: plainDate('2026-11-25') })).ok).toBe(false);
    expect(await world.must('outbox.markPosted', { messageIds, on: plainDate('2026-11-20') })).toEqual({ posted: 2 });
    expect(await world.must('outbox.markPosted', { messageIds, on: plainDate('2026-11-20') })).toEqual({ posted: 0 });
  });
});

describe('what follows', () => {
  it('the second reminder comes when the ladder says so after the first went out, and never before', async () => {
    const world = await outboxWorld(memoryLedger(), 1);
    await world.approveAll();
    world.goTo('2026-11-24');
    world.run(`UPDATE statement SET closing_date = '2026-11-23'`);
    expect(await world.all()).toEqual([]);
    await world.send();
    const steps = async (day: string) => {
      world.goTo(day);
      return (await world.must('batch.list', {})).items.map((item) => item.step);
    };
    expect(await steps('2026-12-03')).toEqual([]);
    expect(await steps('2026-12-04')).toEqual(['reminder-2']);
  });

  it('a payment that is undone after sending does not send again', async () => {
    const world = await outboxWorld(memoryLedger(), 1);
    await world.approveAll();
    await world.send();
    pay(world, 0, 121_000);
    await world.must('batch.list', {});
    const entryId = world.count('SELECT max(id) FROM journal_entry') as EntryId;
    valueOf(world.ledger.write((db) => reverseEntry(db, { entryId, recordedAt: '2026-11-20T12:00:00.000Z', actor: 'person', importId: null, reason: codedReason('undone-by-person', {}) })));
    expect(world.count('SELECT open FROM document_balance WHERE document_id = 1')).toBe(121_000);
    expect(await world.all()).toEqual([]);
    expect(await world.send()).toMatchObject({ sent: 0 });
    expect(world.server.received.length).toBe(1);
  });

  it('a new invoice of a customer whose message waits or failed gets no second message meanwhile', async () => {
    const world = await outboxWorld(memoryLedger(), 1);
    await world.approveAll();
    issue(world.ledger, 1, '2026-10-19');
    expect(await world.all()).toEqual([]);
    world.run(`UPDATE message SET state = 'sending'`);
    expect(recoverOutbox(world.ledger, '2026-11-20T12:00:00.000Z')).toBe(1);
    expect(first(await world.rows()).state).toBe('unconfirmed');
    expect(await world.all()).toEqual([]);
    await world.must('outbox.resolve', { messageId: first(await world.rows()).messageId, decision: 'cancel' });
    expect((await world.all()).length).toBe(1);
  });
});
