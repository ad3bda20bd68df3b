/** The words of a message: the user's template for this letter and reader where there is one, else ours. */
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterTemplate } from '../../../src-shared/letterTemplate.ts';
import type { Result } from '../../../src-shared/result.ts';
import { type LetterMail, mailFromTemplate } from '../../domain/letters/buildMail.ts';
import { letterCountry, letterKindOf, type LetterFacts } from '../../domain/letters/letterFacts.ts';
import { templateFor } from '../../domain/letters/templates/composeFromTemplate.ts';
import { isUsable } from '../../domain/letters/templates/validateTemplate.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { activeTemplate } from '../../ledger/letters/letterTemplates.ts';
import { changesSoFar } from '../../ledger/presence.ts';

type Own = { readonly template: LetterTemplate; readonly isUsable: boolean } | null;
type Seen = { readonly changes: number; readonly own: Map<string, Own> };
/** A day's batch asks the same few templates thousands of times; what was read counts until something is written. */
const seen = new WeakMap<ReadableDb, Seen>();

function ownTemplate(db: ReadableDb, facts: LetterFacts): Own {
  const changes = changesSoFar(db);
  let known = seen.get(db);
  if (known === undefined || known.changes !== changes) seen.set(db, (known = { changes, own: new Map() }));
  const key = { kind: letterKindOf(facts), language: facts.customer.language, country: letterCountry(facts), customerKind: facts.customer.kind };
  const name = [key.kind, key.language, key.country, key.customerKind].join('/');
  const read = known.own.get(name);
  if (read !== undefined) return read;
  const template = activeTemplate(db, key);
  const own = template === null ? null : { template, isUsable: isUsable(template) };
  known.own.set(name, own);
  return own;
}

/** `isSetAside`: the user has a template for it, but no letter can be made of it any more; ours was taken. */
export type WordedMail = { readonly mail: LetterMail; readonly template: LetterTemplate; readonly isSetAside: boolean };

/** Builds mail and letter in the user's words, or in ours where his do not make a letter. Refuses whatever `buildMail` refuses. */
export function mailInOwnWords(db: ReadableDb, facts: LetterFacts): Result<WordedMail, AppError> {
  const own = ownTemplate(db, facts);
  const mine = own?.isUsable === true ? mailFromTemplate(own.template, facts) : null;
  if (own !== null && mine?.ok === true) return { ok: true, value: { mail: mine.value, template: own.template, isSetAside: false } };
  const template = templateFor(facts);
  const ours = mailFromTemplate(template, facts);
  return ours.ok ? { ok: true, value: { mail: ours.value, template, isSetAside: own !== null } } : ours;
}
