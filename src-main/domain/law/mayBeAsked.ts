/** A claim for interest or costs as the law's answer puts it, less what was decided about it. */
export type Askable = { readonly state: 'claimed' | 'waived' | 'booked' | 'none'; readonly notBefore: unknown; readonly bookedCents: number };

/** Whether it may stand on paper today: not waived, nothing in its way, and no part of it a document of its own already. */
export const mayBeAsked = ({ state, notBefore, bookedCents }: Askable): boolean => state === 'claimed' && notBefore === null && bookedCents === 0;
