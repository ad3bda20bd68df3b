/** A percentage as it is typed, with comma or dot; null when it is none. The text that travels has a dot. */
export function percentFromText(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,2}(\.\d{1,6})?$/.test(text) ? text : null;
}

export const percentAsTyped = (percent: string | null, decimalMark: string): string => (percent === null ? '' : percent.replace('.', decimalMark));
