import type { CatalogShape } from '../catalogShape.ts';
import type { reasons as dutch } from '../nl/reasons.ts';

/** Sentences that the backend sends as a code with figures; marks as in the Dutch file. */
export const reasons = {} as const satisfies CatalogShape<typeof dutch>;
