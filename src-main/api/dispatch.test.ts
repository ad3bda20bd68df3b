import { describe, expect, it } from 'vitest';
import { appError } from '../../src-shared/errors.ts';
import { err, ok } from '../../src-shared/result.ts';
import { type BoundHandler, type BoundHandlers, combine } from './combine.ts';
import { createDispatch, requestLimit } from './dispatch.ts';
import { createJobRegister } from './jobs.ts';
import { createWriteQueue } from './writeQueue.ts';
import { contract } from '../../src-shared/contract/index.ts';

type Told = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string; readonly params: Record<string, unknown>; readonly id: string } };

/** The real dispatcher over the handlers given; every other method of the contract answers not-found. */
function api(own: Readonly<Record<string, BoundHandler>>) {
  const lines: { event: string; details: Readonly<Record<string, unknown>> }[] = [];
  const log = (event: string, details: Readonly<Record<string, unknown>>): void => void lines.push({ event, details });
  let count = 0;
  const jobs = createJobRegister();
  const handlers: BoundHandlers = new Map(Object.keys(contract).map((name) => [name, own[name] ?? (() => err(appError('not-found')))]));
  const dispatch = createDispatch({ handlers, jobs, writeQueue: createWriteQueue(), logger: { info: log, error: log }, ids: { next: () => `id-${++count}` } });
  const tell = async (text: string): Promise<Told> => JSON.parse(await dispatch(text)) as Told;
  return { lines, jobs, tell, call: (method: string, input: unknown = {}) => tell(JSON.stringify({ method, input })) };
}
const done = ok({ done: true as const });
const cancelMethod = (jobs: { cancel(id: string): boolean }): BoundHandler => (input) => ok({ wasRunning: jobs.cancel((input as { jobId: string }).jobId) });

describe('a request', () => {
  it('that is in order is handled and answered', async () => {
    expect(await api({ 'app.changelog': () => ok({ markdown: '# 1.0' }) }).call('app.changelog')).toEqual({ ok: true, value: { markdown: '# 1.0' } });
  });
  it.each([
    ['no JSON', '{'],
    ['no object', '"text"'],
    ['no method', '{"input":{}}'],
    ['an unknown field', '{"method":"app.changelog","input":{},"extra":1}'],
    ['a method that is no text', '{"method":1}'],
    ['an input of the wrong form', '{"method":"app.changelog","input":[]}'],
    ['an input with an unknown field', '{"method":"app.changelog","input":{"extra":1}}'],
    ['a text that is too long', `{"method":"app.changelog","input":{"x":"${'x'.repeat(requestLimit)}"}}`],
  ])('with %s is refused as a bad request', async (_name, text) => {
    expect(await api({}).tell(text)).toMatchObject({ ok: false, error: { code: 'bad-request', id: 'id-1' } });
  });
  it.each(['nothing.here', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])('for the method "%s" is unknown', async (method) => {
    expect(await api({}).call(method)).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });
  it('that is refused names the field and never repeats the value', async () => {
    const { call, lines } = api({});
    const told = await call('app.saveLanguage', { uiLanguage: 'secret-value' });
    expect(told.error?.params).toMatchObject({ field: 'uiLanguage' });
    expect(JSON.stringify([told, lines])).not.toContain('secret-value');
  });
});

describe('a failure', () => {
  it('that was expected keeps its code, parameters and place, and gets an id that stands in the log', async () => {
    const { call, lines } = api({ 'app.changelog': () => err(appError('file-too-large', { limit: 5 }, { file: 'a.csv', line: 2 })) });
    expect(await call('app.changelog')).toEqual({ ok: false, error: { code: 'file-too-large', params: { limit: 5 }, where: { file: 'a.csv', line: 2 }, id: 'id-1' } });
    expect(lines).toEqual([{ event: 'call refused', details: { id: 'id-1', method: 'app.changelog', code: 'file-too-large' } }]);
  });
  it('that nobody expected tells the user an id only, and the log the stack', async () => {
    const { call, lines } = api({ 'app.changelog': () => { throw new Error('secret place'); } });
    expect(await call('app.changelog')).toEqual({ ok: false, error: { code: 'internal', params: {}, id: 'id-1' } });
    expect(String(lines[0]?.details['stack'])).toContain('secret place');
  });
  it('of an asynchronous handler is caught as well', async () => {
    expect(await api({ 'app.changelog': () => Promise.reject(new Error('later')) }).call('app.changelog')).toMatchObject({ error: { code: 'internal' } });
  });
  it.each([
    ['SQLITE_FULL', 'ledger-disk-full'],
    ['ENOSPC', 'ledger-disk-full'],
    ['SQLITE_CORRUPT_INDEX', 'ledger-damaged'],
    ['SQLITE_NOTADB', 'ledger-damaged'],
    ['SQLITE_IOERR_WRITE', 'ledger-damaged'],
    ['SQLITE_BUSY', 'ledger-in-use'],
    ['SQLITE_CONSTRAINT', 'internal'],
  ])('with the code %s of the system becomes %s', async (code, expected) => {
    const told = await api({ 'app.changelog': () => { throw Object.assign(new Error('x'), { code }); } }).call('app.changelog');
    expect(told.error?.code).toBe(expected);
  });
  it('is what an answer outside the contract becomes', async () => {
    expect(await api({ 'app.changelog': () => ok({ markdown: 5 }) }).call('app.changelog')).toMatchObject({ error: { code: 'internal' } });
    expect(await api({ 'app.changelog': () => ok({ markdown: '', extra: 1 }) }).call('app.changelog')).toMatchObject({ error: { code: 'internal' } });
  });
});

describe('writing', () => {
  it('happens strictly one after another, also when one fails, while reading goes on', async () => {
    const order: string[] = [];
    const slow = (name: string, fails: boolean): BoundHandler => async () => {
      order.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
      return done;
    };
    const { call } = api({ 'app.saveLanguage': slow('first', true), 'administrations.close': slow('second', false), 'app.changelog': () => { order.push('read'); return ok({ markdown: '' }); } });
    await Promise.all([call('app.saveLanguage', { uiLanguage: 'nl' }), call('administrations.close'), call('app.changelog')]);
    expect(order.filter((line) => line !== 'read')).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
    expect(order.indexOf('read')).toBeLessThan(order.indexOf('first ends'));
  });
});

describe('a job', () => {
  it('is cancelled by its name and answers so, whatever its work throws then', async () => {
    const register = api({
      'administrations.createDemo': (input) => new Promise((_resolve, reject) => {
        register.jobs.signalOf((input as { jobId: string }).jobId).addEventListener('abort', () => reject(new Error('stopped half-way')));
      }),
      'jobs.cancel': (input) => cancelMethod(register.jobs)(input),
    });
    const running = register.call('administrations.createDemo', { jobId: 'job-1' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await register.call('jobs.cancel', { jobId: 'job-1' })).toEqual({ ok: true, value: { wasRunning: true } });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await register.call('jobs.cancel', { jobId: 'job-1' })).toEqual({ ok: true, value: { wasRunning: false } });
  });
  it('that still waits behind another write never starts once it is cancelled', async () => {
    let hasStarted = false;
    const register = api({
      'app.saveLanguage': async () => { await new Promise((resolve) => setTimeout(resolve, 30)); return done; },
      'imports.commit': () => { hasStarted = true; return err(appError('not-found')); },
      'jobs.cancel': (input) => cancelMethod(register.jobs)(input),
    });
    const first = register.call('app.saveLanguage', { uiLanguage: 'nl' });
    const second = register.call('imports.commit', { jobId: 'job-2', previewId: 'p', accounts: {} });
    await register.call('jobs.cancel', { jobId: 'job-2' });
    expect(await first).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ error: { code: 'cancelled' } });
    expect(hasStarted).toBe(false);
  });
  it('cannot run twice under one name', async () => {
    const register = api({ 'administrations.createDemo': async () => { await new Promise((resolve) => setTimeout(resolve, 20)); return ok({ id: 'a' }); } });
    const answers = await Promise.all([1, 2].map(() => register.call('administrations.createDemo', { jobId: 'same' })));
    expect(answers.map((answer) => answer.ok)).toEqual([true, false]);
    expect(answers[1]?.error?.code).toBe('not-allowed-now');
  });
});

describe('combining the features', () => {
  const all = new Map<string, BoundHandler>(Object.keys(contract).map((name) => [name, () => done]));
  const [one, ...rest] = [...all];
  const without = new Map(rest);
  it('accepts exactly the contract', () => expect(combine(all).size).toBe(all.size));
  it('throws on a name that two features claim', () => expect(() => combine(all, new Map([one ?? ['', () => done]]))).toThrow(/handled twice/));
  it('throws on a method without a handler', () => expect(() => combine(without)).toThrow(`${one?.[0]} has no handler`));
  it('throws on a handler without a method', () => expect(() => combine(all, new Map([['x.y', () => done]]))).toThrow('x.y is not in the contract'));
});
