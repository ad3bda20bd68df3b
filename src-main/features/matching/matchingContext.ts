import type { Ledger } from '../../ledger/connection.ts';
import type { Background } from '../../ports/background.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';

export type MatchingContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events; readonly background: Background };
