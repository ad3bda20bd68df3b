/** A payment term as typed: empty means that the invoice says it; otherwise whole days from 0 to 365. */
export function readTermDays(text: string): { readonly ok: true; readonly days: number | null } | { readonly ok: false } {
  const typed = text.trim();
  if (typed === '') return { ok: true, days: null };
  if (!/^\d{1,3}$/.test(typed) || Number(typed) > 365) return { ok: false };
  return { ok: true, days: Number(typed) };
}
