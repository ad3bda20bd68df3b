/**
 * The 40 euros between businesses (NL BW 6:96 lid 4; BE law of 2 August 2002 art. 6), never twice for the same debt. Whether they are due for
 * every invoice or once for all that is late is not settled (EU Court C-585/20 speaks for every invoice, the letters of the design ask them
 * once). Per invoice each document bears its own, once. Otherwise the cautious reading: one amount as long as anything is open for which it
 * was asked before. A later letter about the same documents states the same amount again; one about others states none until all of the
 * earlier ones are paid.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';

/** A letter that asked the amount, or a booking of it, with the documents that it was for. */
export type FortyBefore = { readonly on: PlainDateText; readonly documentIds: readonly DocumentId[] };

export type FortyQuestion = {
  /** Documents in default that are asked about now, oldest first. */
  readonly inDefault: readonly DocumentId[];
  /** Open documents of the customer that are not asked about now. */
  readonly openElsewhere: ReadonlySet<DocumentId>;
  /** Oldest first. */
  readonly before: readonly FortyBefore[];
  readonly isPerInvoice: boolean;
};

export type FortyAnswer = {
  /** The documents that bear the amount, each once; empty when none is due. */
  readonly bearers: readonly DocumentId[];
  /** That it is the amount of an earlier letter. */
  readonly same: CodedReason | null;
  /** Why no second one is asked. */
  readonly notAgain: CodedReason | null;
};

/** Which documents bear the 40 euros, and what an earlier letter has to do with it. */
export function fortyOnce({ inDefault, openElsewhere, before, isPerInvoice }: FortyQuestion): FortyAnswer {
  const own = new Set(inDefault);
  const [oldest] = inDefault;
  if (oldest === undefined) return { bearers: [], same: null, notAgain: null };
  const earlier = before.find(({ documentIds }) => documentIds.some((id) => own.has(id)));
  const same = earlier === undefined ? null : codedReason('law-forty-same', { onDate: earlier.on });
  if (isPerInvoice) return { bearers: inDefault, same, notAgain: null };
  if (earlier !== undefined) return { bearers: [inDefault.find((id) => earlier.documentIds.includes(id)) ?? oldest], same, notAgain: null };
  const running = before.find(({ documentIds }) => documentIds.some((id) => openElsewhere.has(id)));
  return running === undefined ? { bearers: [oldest], same: null, notAgain: null } : { bearers: [], same: null, notAgain: codedReason('law-forty-asked-before', { onDate: running.on }) };
}
