import type { Locator, Page } from '@playwright/test';

/** The page on which files are taken in. */
export const importPage = (page: Page) => ({
  title: (): Locator => page.getByRole('heading', { level: 1 }),
  files: (): Locator => page.locator('main input[type=file]').first(),
  take: (): Locator => page.getByRole('button', { name: /^Neem / }),
  discard: (): Locator => page.getByRole('button', { name: 'Weggooien' }),
  fileRow: (name: string): Locator => page.getByRole('row', { name }),
  finding: (words: string): Locator => page.getByText(words),
  answer: (word: 'Ja' | 'Nee'): Locator => page.getByText(word, { exact: true }),
  column: (header: string): Locator => page.getByRole('combobox', { name: `Wat staat er in ${header}?` }),
  ownAccount: (): Locator => page.getByLabel('Van welke rekening is dit bestand?'),
  /** The row of a line among the first rows as they will be taken in. */
  asRead: (line: string): Locator =>
    page.getByRole('region', { name: 'Zo worden de eerste regels gelezen' }).getByRole('row', { name: new RegExp(`^${line}\\b`) }),
  another: (): Locator => page.getByRole('button', { name: 'Nog een import' }),
  undo: (): Locator => page.getByRole('button', { name: /^Ongedaan maken:/ }),
});
