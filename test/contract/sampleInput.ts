import { z } from 'zod';
import { contract, type MethodName } from '../../src-shared/contract/index.ts';

/** The part of JSON Schema that the contract's inputs come out as. */
type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
};

/** Texts that fit the patterns the contract uses: tokens, countries, currencies, colours, months. */
const texts = ['a', 'NL', 'EUR', '#0b5a5e', '2026-11', '2026-11-21', '09:00', 'NL91ABNA0417164300', '', 'voorbeeld'];

function sampleText({ pattern, minLength = 0, maxLength = 10_000 }: Schema): string {
  if (minLength === 10 && maxLength === 10) return '2026-11-21';
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));
  return texts.find(fits) ?? 'a'.repeat(Math.max(minLength, 1));
}

function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice !== undefined) return sample(choice.find(({ type }) => type === 'null') ?? choice[0] ?? {});
  const { type } = schema;
  if (type === 'object') return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]));
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
  if (type === 'string') return sampleText(schema);
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1, 0);
  return null;
}

/** The smallest input that the method's own schema accepts, made from that schema. */
export const sampleInput = (method: MethodName): unknown => sample(z.toJSONSchema(contract[method].input, { io: 'input', unrepresentable: 'any' }) as Schema);
