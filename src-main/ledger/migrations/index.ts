import { firstLight } from './0010-first-light.ts';
import { followUp } from './0020-follow-up.ts';
import { cashApplication } from './0030-cash-application.ts';
import { law } from './0040-law.ts';
import { bankDoubts } from './0050-bank-doubts.ts';
import { letterTemplates } from './0060-letter-templates.ts';
import { printLog } from './0070-print-log.ts';
import { paymentPlans } from './0080-payment-plans.ts';
import { proofsAndCorrections } from './0100-proofs-and-corrections.ts';
import { costsOfDocuments } from './0110-costs-of-documents.ts';
import { handover } from './0120-handover.ts';
import { correspondence } from './0130-correspondence.ts';
import { planEvents } from './0140-plan-events.ts';
import type { Migration } from './migration.ts';

/** All migrations in order. Numbers go up in tens, so that a late one can be told from an early one. */
export const migrations: readonly Migration[] = [firstLight, followUp, cashApplication, law, bankDoubts, letterTemplates, printLog, paymentPlans, proofsAndCorrections, costsOfDocuments, handover, correspondence, planEvents];
