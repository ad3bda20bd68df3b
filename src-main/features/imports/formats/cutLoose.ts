/**
 * A copy that does not hold on to the text it was cut out of: of a large file only what is kept may stay in memory. For what is plain data,
 * because it goes by way of text: a damaged file may have a finding on every line, and `structuredClone` took half of the reading of one.
 */
export const cutLoose = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
