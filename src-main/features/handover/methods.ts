/** To whom claims go, and the way back: our own follow-up goes on. Handing over itself is done with the dossier. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { appError } from '../../../src-shared/errors.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { headerMailbox } from '../../domain/letters/mailHeaders.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { endHandover, handoverParties, handoversOf, removeHandoverParty, saveHandoverParty } from '../../ledger/customers/handover.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';

export type HandoverContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events };
type Methods = 'handover.parties' | 'handover.saveParty' | 'handover.removeParty' | 'handover.ofCustomer' | 'handover.resume';

const done = ok({ done: true as const });

export const handoverMethods: Handlers<HandoverContext, Methods> = {
  'handover.parties': ({ ledger }) => ok({ parties: handoverParties(ledger.read).map((party) => ({ ...party })) }),
  'handover.saveParty': ({ ledger, clock, events }, { partyId, fields, isStandard }) => {
    const { email } = fields;
    if (email !== '' && !headerMailbox('to', { name: '', address: email }).ok) return err(appError('recipient-invalid', { address: email.slice(0, 100) }));
    const saved = ledger.write((db) => saveHandoverParty(db, { partyId, fields, isStandard, at: clock.now() }));
    if (!saved.ok) return saved;
    events.emit({ type: 'ledgerChanged', areas: ['settings', 'dunning'] });
    return ok({ partyId: saved.value });
  },
  'handover.removeParty': ({ ledger, clock, events }, { partyId }) => {
    const removed = ledger.write((db) => removeHandoverParty(db, partyId, clock.now()));
    if (!removed.ok) return removed;
    events.emit({ type: 'ledgerChanged', areas: ['settings', 'dunning'] });
    return done;
  },
  'handover.ofCustomer': ({ ledger }, { customerId }) => ok({ handovers: handoversOf(ledger.read, customerId).map(({ party, on, endedOn, reason }) => ({ party, on, endedOn, reason })) }),
  'handover.resume': ({ ledger, clock, events }, { customerId, reason }) => {
    if (reason.trim() === '') return err(appError('reason-missing'));
    const ended = ledger.write((db) => endHandover(db, { customerId, reason: reason.trim(), on: clock.today(), at: clock.now() }));
    if (!ended.ok) return ended;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
};
