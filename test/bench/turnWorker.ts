/** One side of a measurement in turns, in a thread of its own: does its work whenever it is told to, and says when it is done. */
import { parentPort, workerData } from 'node:worker_threads';

const { module, name, data } = workerData as { readonly module: string; readonly name: string; readonly data: Uint8Array };
const loaded = (await import(module)) as Readonly<Record<string, (data: Uint8Array) => unknown>>;
const work = loaded[name];
if (work === undefined) throw new RangeError(`${module} has no ${name}`);
parentPort?.on('message', () => {
  void Promise.resolve(work(data)).then((result) => parentPort?.postMessage(result));
});
