/** What the program does by itself for what it keeps: copies, a restore that is tried out, the plan of the day, and stopping when the file fails. */
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLedgerCare } from '../../src-main/features/backups/ledgerCare.ts';
import { listBackups } from '../../src-main/ledger/copies/backup.ts';
import { ledgerFailure } from '../../src-main/ledger/ledgerFailure.ts';
import type { BackendEvent } from '../../src-shared/contract/events.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { memoryLogger } from '../fakes/backend.ts';
import { createOffice, type Office } from '../sending/office.ts';
import { codeOf, createLedger, now, temporaryFolder } from './ledgers.ts';

const day = '2026-11-16';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown;
  }
}

async function office(): Promise<Office> {
  const made = await createOffice(day);
  onTestFinished(() => made.close());
  return made;
}
const invoice = (of: Office, number: string) => of.invoice({ number, total: '121.00', issueDate: '2026-10-18', dueDate: '2026-11-17' });
const copies = async (of: Office) => (await of.call('ledger.backups', {})).backups;
const numbers = async (of: Office): Promise<readonly string[]> =>
  (await of.call('invoices.list', { query: '', filter: 'all', customerId: null, sort: 'number', descending: false, offset: 0, limit: 50 })).rows.map((row) => row.number);
/** The file itself, without its log and its copies. */
function ledgerFile(of: Office): string {
  const names = readdirSync(of.place, { recursive: true }).map(String);
  const own = names.find((name) => name.includes(of.id) && !name.includes('backups') && !/-(wal|shm)$/.test(name) && !name.includes('.replaced-') && statSync(join(of.place, name)).isFile());
  if (own === undefined) throw new Error('no ledger file');
  return join(of.place, own);
}

describe('copies', () => {
  it('are made before every import that has something to lose', async () => {
    const of = await office();
    await invoice(of, '2026-1');
    expect(await copies(of)).toEqual([]);
    await invoice(of, '2026-2');
    expect(await copies(of)).toEqual([expect.objectContaining({ verified: true, entries: 1 })]);
  });

  it('are made once at the first opening of a day, however often the clock asks', async () => {
    const of = await office();
    await invoice(of, '2026-1');
    await of.backend.tick();
    await of.backend.tick();
    expect(await copies(of)).toHaveLength(1);
    of.setDay('2026-11-17');
    await of.backend.tick();
    await of.backend.tick();
    expect((await copies(of)).map((copy) => copy.madeAt.slice(0, 10))).toEqual(['2026-11-17', day]);
  });

  it('are not made of a ledger in which nothing was ever booked', async () => {
    const of = await office();
    await of.backend.tick();
    expect(await copies(of)).toEqual([]);
  });

  it('are tried out once a month, and the settings say when', async () => {
    const of = await office();
    await invoice(of, '2026-1');
    expect(await of.call('ledger.backups', {})).toMatchObject({ lastVerifiedAt: null, lastDrillAt: null, warnings: [] });
    await of.backend.tick();
    const first = await of.call('ledger.backups', {});
    expect(first.lastDrillAt?.slice(0, 10)).toBe(day);
    expect(first.lastVerifiedAt?.slice(0, 10)).toBe(day);
    of.setDay('2026-12-10');
    await of.backend.tick();
    expect((await of.call('ledger.backups', {})).lastDrillAt).toBe(first.lastDrillAt);
    of.setDay('2026-12-17');
    await of.backend.tick();
    expect((await of.call('ledger.backups', {})).lastDrillAt?.slice(0, 10)).toBe('2026-12-17');
  });
});

describe('putting a copy back', () => {
  it('brings back what was there, keeps the replaced file and goes on with the administration', async () => {
    const of = await office();
    await invoice(of, '2026-1');
    const { name } = await of.call('ledger.backup', {});
    await invoice(of, '2026-2');
    expect(await numbers(of)).toEqual(['2026-1', '2026-2']);
    const restored = await of.call('ledger.restore', { administrationId: null, name });
    expect(restored.entries).toBe(1);
    expect(existsSync(join(ledgerFile(of), '..', restored.replacedFile ?? 'nothing'))).toBe(true);
    expect(await numbers(of)).toEqual(['2026-1']);
    await invoice(of, '2026-3');
    expect(await numbers(of)).toEqual(['2026-1', '2026-3']);
  });

  it('works for an administration that is closed', async () => {
    const of = await office();
    await invoice(of, '2026-1');
    const { name } = await of.call('ledger.backup', {});
    await of.call('administrations.close', {});
    expect((await of.call('administrations.backups', { id: of.id })).backups.map((copy) => copy.name)).toEqual([name]);
    await of.call('ledger.restore', { administrationId: of.id, name });
    expect(await numbers(of)).toEqual(['2026-1']);
  });

  it.each(['../../secret.sqlite', '20261116T090000Z-v20-000000000000.sqlite', ''])('refuses the name %j and changes nothing', async (name) => {
    const of = await office();
    await invoice(of, '2026-1');
    expect(await of.ask('ledger.restore', { administrationId: null, name })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await numbers(of)).toEqual(['2026-1']);
  });
});

describe('taking everything along', () => {
  it('hands out one archive with the ledger, its tables, what was taken in and a text that explains it', async () => {
    const of = await office();
    await invoice(of, '2026-1');
    const { files } = await of.call('ledger.exportAll', {});
    expect(files).toMatchObject([{ name: `termijn-export-${day}.zip`, mime: 'application/zip' }]);
    const bytes = Buffer.from(of.backend.openFile(files[0]?.token ?? '')?.bytes ?? []).toString('latin1');
    for (const name of ['README.txt', 'ledger.sqlite', 'document.csv', 'posting.csv', 'originals/']) expect(bytes).toContain(name);
  });
});

describe('a new day', () => {
  it('plans what is due without anybody looking, sends nothing, and tells the windows', async () => {
    const of = await office();
    await invoice(of, '2026-1');
    const events: BackendEvent[] = [];
    of.backend.events.subscribe((event) => events.push(event));
    await of.backend.tick();
    events.length = 0;
    of.setDay('2026-11-24');
    await of.backend.tick();
    expect(events).toContainEqual({ type: 'ledgerChanged', areas: ['documents', 'customers', 'dunning'] });
    expect((await of.call('app.state', {})).badges.today).toBe(1);
    expect(of.mails).toEqual([]);
  });
});

describe('a file that fails', () => {
  it('is written no further once a read has found out, and no copy of it is taken for a good one', async () => {
    const path = join(temporaryFolder(), 'firma.termijn');
    const ledger = createLedger(path);
    fillLedger({ ledger, documents: 4000, customers: 40, today: day });
    ledger.read.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const logger = memoryLogger();
    const care = createLedgerCare({ ledger, clock: { today: () => plainDate(day), now: () => now }, events: { emit: () => undefined }, logger, isBusy: () => false, planDay: () => undefined });
    expect(care.state().warnings).toEqual([]);
    // Pages are overwritten under the feet of the program, as a failing disk does; what it remembers of them is dropped.
    const handle = openSync(path, 'r+');
    for (let at = 40_960; at < statSync(path).size; at += 4096) writeSync(handle, Buffer.alloc(4096, 0xab), 0, 4096, at);
    closeSync(handle);
    ledger.read.sqlite.pragma('shrink_memory');
    const thrown = thrownBy(() => ledger.read.sqlite.prepare('SELECT sum(length(number)) FROM document').all());
    expect(ledgerFailure(thrown)?.code).toBe('ledger-damaged');
    care.notice(thrown);
    expect(thrownBy(() => ledger.write(() => undefined))).toBe(thrown);
    expect(care.state().warnings).toEqual(['damaged']);
    expect(codeOf(await care.backUp())).toBe('ledger-damaged');
    await care.tick();
    expect(listBackups(path)).toEqual([]);
  });

  it('says so when the disk has no room for a copy, and asks again the next day', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'firma.termijn');
    const ledger = createLedger(path);
    fillLedger({ ledger, documents: 100, customers: 4, today: day });
    let at = now;
    const care = createLedgerCare({ ledger, clock: { today: () => plainDate(day), now: () => at }, events: { emit: () => undefined }, logger: memoryLogger(), isBusy: () => false, planDay: () => undefined });
    // A file where the folder of copies should be.
    writeFileSync(join(folder, 'backups'), '');
    await care.tick();
    expect(care.state().warnings).toEqual(['backup-failed']);
    rmSync(join(folder, 'backups'));
    await care.tick();
    expect(listBackups(path)).toEqual([]);
    at = '2026-11-23T09:00:00.000Z';
    await care.tick();
    expect(care.state()).toMatchObject({ warnings: [], lastVerifiedAt: at, lastDrillAt: at });
  });
});
