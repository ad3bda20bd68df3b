/**
 * Amounts leave the command line as decimal strings, `"-1234.50"`, never as numbers that a script could take for euros. Which values are
 * amounts is read from the contract itself; names that speak of cents are changed along.
 */
import { z } from 'zod';
import { zCents } from '../../../src-shared/contract/common.ts';
import { contract, type MethodName } from '../../../src-shared/contract/index.ts';
import { cents, decimalFromCents } from '../../../src-shared/money.ts';

const shownName = (name: string): string => name.replaceAll('cents', 'amount').replaceAll('Cents', 'Amount');
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function converted(schema: unknown, value: unknown): unknown {
  if (schema === zCents) return typeof value === 'number' ? decimalFromCents(cents(value)) : value;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return value === null ? null : converted(schema.unwrap(), value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((element) => converted(schema.element, element));
  if (schema instanceof z.ZodObject && isRecord(value)) {
    const fields: Readonly<Record<string, unknown>> = schema.shape;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [shownName(name), converted(fields[name], field)]));
  }
  // Only unions told apart by a field stand in the contract; the first that accepts the value is its form.
  if (schema instanceof z.ZodUnion) return converted(schema.options.find((option) => z.safeParse(option, value).success), value);
  return value;
}

/** The answer of a method as the command line prints it. */
export const withDecimals = (method: MethodName, answer: unknown): unknown => converted(contract[method].output, answer);
