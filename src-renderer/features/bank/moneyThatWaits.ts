/** Where a reminder that waits for money is released: receipts are assigned on the bank page, doubtful bookings judged on that of imports. */
export type MoneyPlace = '/bank' | '/import';

const places: Readonly<Record<string, MoneyPlace>> = {
  'held-unmatched-receipt': '/bank',
  'held-same-amount': '/bank',
  'held-named-receipt': '/bank',
  'held-doubtful-booking': '/import',
};

/** The page that decides, or null where the reminder does not wait for money. */
export const moneyPlaceOf = (reasonCode: string): MoneyPlace | null => places[reasonCode] ?? null;
