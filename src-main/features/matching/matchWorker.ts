/** The worker thread that matches many receipts with many documents: pages of the ledger as text in, decisions in parts out. */
import { parentPort } from 'node:worker_threads';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import type { MatchReceipt } from '../../domain/matching/matchTypes.ts';
import { joinedMaterial, type MaterialPage } from '../../ledger/cash/matchMaterialPage.ts';
import { type SendPart, serveWorker } from '../../ports/workerMessages.ts';
import { textOfShared, zMatchRequest } from './matchRequest.ts';
import { matchAllRounds } from './matchWork.ts';

/** Decisions in one part: taking over one must not hold up the program. */
const partSize = 200;

async function match(payload: unknown, send: SendPart): Promise<number> {
  const { pages, receipts, leftToPeople, revoked, policy } = zMatchRequest.parse(payload);
  // The program wrote these texts itself a moment ago, from rows it had typed.
  const material = joinedMaterial(pages.map((page) => JSON.parse(textOfShared(page)) as MaterialPage), policy);
  const waiting = receipts.flatMap((page) => JSON.parse(textOfShared(page)) as MatchReceipt[]);
  const { booked, names } = matchAllRounds({ receipts: waiting, leftToPeople: new Set(leftToPeople as BankEntryId[]), revoked: new Set(revoked) }, material);
  for (let first = 0; first < booked.length; first += partSize) await send({ booked: booked.slice(first, first + partSize), names: [] });
  for (let first = 0; first < names.length; first += partSize * 10) await send({ booked: [], names: names.slice(first, first + partSize * 10) });
  return booked.length;
}

serveWorker(parentPort, (payload, _progress, send) => match(payload, send));
