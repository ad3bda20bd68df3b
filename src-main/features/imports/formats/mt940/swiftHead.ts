/** What the start of a file tells about SWIFT messages. */

/** A message with a reference, with or without an envelope in front. */
export const isSwiftHead = (text: string): boolean => /(?:^|[\r\n]|\{4:)\s{0,4}:20:/.test(text);

/** An interim report (MT942): a floor limit or a time of making, and nowhere an opening balance. */
export const isInterimHead = (text: string): boolean =>
  /[\r\n]:25P?:/.test(text) && /[\r\n]:(?:34F|13D):/.test(text) && !/[\r\n]:60[FM]:/.test(text);
