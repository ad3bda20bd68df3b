/** Technical log. Never a place for amounts with names, passwords or whole files. */
export interface Logger {
  info(event: string, details: Readonly<Record<string, unknown>>): void;
  error(event: string, details: Readonly<Record<string, unknown>>): void;
}
