import { aging } from './aging.ts';
import { bank } from './bank.ts';
import { batch } from './batch.ts';
import { cash } from './cash.ts';
import { common } from './common.ts';
import { customers } from './customers.ts';
import { handover } from './handover.ts';
import { imports } from './imports.ts';
import { insight } from './insight.ts';
import { invoices } from './invoices.ts';
import { law } from './law.ts';
import { paymentPlans } from './paymentPlans.ts';
import { sent } from './sent.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { templates } from './templates.ts';
import { today } from './today.ts';

export const en = { common, start, today, customers, invoices, bank, cash, aging, insight, sent, batch, settings, handover, imports, law, paymentPlans, templates } as const;
