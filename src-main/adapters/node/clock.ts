import { Temporal } from 'temporal-polyfill';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { plainDate } from '../../../src-shared/dates.ts';
import type { Clock } from '../../ports/clock.ts';

/** The clock of this computer: the date at the user's place, and instants in UTC. */
export const systemClock: Clock = {
  today: () => plainDate(Temporal.Now.plainDateISO().toString()),
  now: () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
};

/** A clock that stays on one day, for demonstrations and tests (`--today`). The time of day goes on, so that records keep their order. */
export const clockOnDay = (today: PlainDateText): Clock => ({
  today: () => today,
  now: () => `${today}${Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }).slice(10)}`,
});
