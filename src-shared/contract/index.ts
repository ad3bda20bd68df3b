import type { z } from 'zod';
import type { AppError } from '../errors.ts';
import type { Result } from '../result.ts';
import { administrations } from './administrations.ts';
import { aging, insight } from './aging.ts';
import { bank } from './bank.ts';
import { cashApplication } from './cashApplication.ts';
import { bankDoubts } from './bankDoubts.ts';
import { customers, invoices } from './customers.ts';
import { directDebits } from './directDebits.ts';
import { dossier } from './dossier.ts';
import { dunning, outbox, settings } from './dunning.ts';
import { handover } from './handover.ts';
import { imports } from './imports.ts';
import { paper } from './paper.ts';
import { correspondence } from './correspondence.ts';
import { paymentPlans } from './paymentPlans.ts';
import { printing } from './printing.ts';
import { proofs } from './proofs.ts';
import { watchedFolder } from './watchedFolder.ts';
import { law } from './law.ts';
import { templates } from './templates.ts';

/** The whole API: every method with its input and output. The same JSON travels over IPC, over HTTP and within one process. */
export const contract = {
  ...administrations,
  ...imports,
  ...watchedFolder,
  ...bank,
  ...bankDoubts,
  ...cashApplication,
  ...aging,
  ...insight,
  ...customers,
  ...invoices,
  ...dunning,
  ...directDebits,
  ...dossier,
  ...handover,
  ...outbox,
  ...correspondence,
  ...paymentPlans,
  ...printing,
  ...paper,
  ...proofs,
  ...settings,
  ...law,
  ...templates,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What the caller hands in (before parsing) and what a handler receives (after). */
export type CallInput<M extends MethodName> = z.input<Contract[M]['input']>;
export type InputOf<M extends MethodName> = z.output<Contract[M]['input']>;
export type OutputOf<M extends MethodName> = z.output<Contract[M]['output']>;

export type HandlerResult<M extends MethodName> = Result<OutputOf<M>, AppError>;
/** Handlers of some methods of the contract over a context of the feature's own choosing. */
export type Handlers<Context, M extends MethodName> = {
  readonly [K in M]: (context: Context, input: InputOf<K>) => HandlerResult<K> | Promise<HandlerResult<K>>;
};
