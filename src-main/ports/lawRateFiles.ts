/** The tables of statutory rates as files: the one that ships with the program, and the user's own in the data folder, which may be newer. */
export interface LawRateFiles {
  shipped(): string;
  /** Null when there is none. Longer than `lawRateFileLimit` characters is not read and answers an empty text. */
  own(): string | null;
}

/** Far more than a table of rates of a century needs. */
export const lawRateFileLimit = 2_000_000;
