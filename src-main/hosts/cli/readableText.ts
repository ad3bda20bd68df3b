/** A value as a few lines for people; scripts take `--json`. */
const rowsShown = 20;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): boolean => !isRecord(value) && !Array.isArray(value);

function inline(value: unknown): string {
  if (Array.isArray(value)) return value.every(isPlain) ? value.map(inline).join(', ') : `(${value.length})`;
  if (isRecord(value)) return Object.entries(value).map(([name, field]) => `${name} ${inline(field)}`).join(', ');
  return typeof value === 'string' ? value : value === null ? '-' : JSON.stringify(value);
}

export function readableText(value: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(value).flatMap(([name, field]) => {
    if (Array.isArray(field) && field.length === 0) return [];
    if (!Array.isArray(field) || field.every(isPlain)) return [`${name}: ${inline(field)}`];
    const rows = field.slice(0, rowsShown).map((row) => `  ${inline(row)}`);
    return [`${name}: ${field.length}`, ...rows, ...(field.length > rowsShown ? ['  …'] : [])];
  });
  return lines.join('\n');
}
