/** The planner over the ledger as it stands: one place loads facts, ladders, calendar and policy, for one customer or for all. */
import { z } from 'zod';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { bankGuard } from '../../domain/dunning/bankGuard.ts';
import { needsNoticeFirst } from '../../domain/dunning/defaultFirst.ts';
import { type DunningPolicy, standardPolicy } from '../../domain/dunning/dunningFacts.ts';
import type { DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import { handoverStepKey, type Ladder } from '../../domain/dunning/ladder.ts';
import { plan } from '../../domain/dunning/plan.ts';
import { presetLadders, strictLadder } from '../../domain/dunning/presetLadders.ts';
import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { ReadableDb } from '../connection.ts';
import { newestBooking, readDunningFacts } from './dunningFactsRead.ts';
import { hasStandardParty } from '../customers/handover.ts';
import { readProfile, readSetting } from '../settings.ts';

export const policySettingKey = 'policy';
export const zPolicySetting = z.object({ bankMaxAgeDays: z.number().int(), minimumGapDays: z.number().int() });
export const standardPolicySetting = { bankMaxAgeDays: 7, minimumGapDays: standardPolicy.minimumGapDays };
export const standardLadderSettingKey = 'standardLadder';

/** The announcement of a handover names somebody: as long as nobody was chosen, that step stays a decision. */
const withHandover = (ladders: readonly Ladder[], db: ReadableDb): readonly Ladder[] =>
  hasStandardParty(db) ? ladders.map((ladder) => ({ ...ladder, steps: ladder.steps.map((step) => (step.key === handoverStepKey ? { ...step, available: true } : step)) })) : ladders;

/** The ladders of this administration and the key of the one that customers without their own follow. */
export function readLadders(db: ReadableDb): { readonly ladders: readonly Ladder[]; readonly standard: string } {
  return { ladders: withHandover(presetLadders, db), standard: readSetting(db, standardLadderSettingKey, z.string()) ?? strictLadder.key };
}

export const readPolicySetting = (db: ReadableDb): z.output<typeof zPolicySetting> => readSetting(db, policySettingKey, zPolicySetting) ?? standardPolicySetting;

/** Working days of the company's country. */
export function readWorkCalendar(db: ReadableDb): WorkCalendar {
  const { country } = readProfile(db);
  return { countries: country === 'BE' ? ['BE'] : ['NL'], quietPeriods: [] };
}

/** What is due, held, to decide, missed and coming up as of today. */
export function followUpPlan(db: ReadableDb, question: { readonly today: PlainDateText; readonly customerId: CustomerId | null }): DunningPlan {
  const { ladders, standard } = readLadders(db);
  const policy: DunningPolicy = { ...standardPolicy, minimumGapDays: readPolicySetting(db).minimumGapDays };
  return plan({
    facts: readDunningFacts(db, question),
    ladders,
    standardLadderKey: standard,
    calendar: readWorkCalendar(db),
    policy,
    today: question.today,
  });
}

/** Whether the notice of default comes before the fourteen-day letter for a customer, so that his ladder is shown in that order. */
export function isNoticeFirst(db: ReadableDb, question: { readonly today: PlainDateText; readonly customerId: CustomerId }): boolean {
  const { customers, handled } = readDunningFacts(db, question);
  const [customer] = customers;
  return customer !== undefined && needsNoticeFirst(customer, [...Map.groupBy(handled, ({ documentId }) => documentId).values()]);
}

/** Whether the bank data are recent enough to approve or send anything: who paid yesterday must not get a reminder today. */
export const readBankGuard = (db: ReadableDb, today: PlainDateText) =>
  bankGuard({ newestDate: newestBooking(db, today), today, maximumAgeDays: readPolicySetting(db).bankMaxAgeDays });
