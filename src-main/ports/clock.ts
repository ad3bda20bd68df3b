import type { PlainDateText } from '../../src-shared/dates.ts';

/** The only source of time. `today` is the calendar date at the user's place; `now` is an instant, ISO 8601 in UTC, for logs and records. */
export interface Clock {
  today(): PlainDateText;
  now(): string;
}
