import type { Locator, Page } from '@playwright/test';

/** The frame around every page. */
export const shell = (page: Page) => ({
  rail: (): Locator => page.getByRole('navigation', { name: 'Hoofdmenu' }),
  railLinks: (): Locator => page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link'),
  railLink: (name: string): Locator => page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name }),
  pageTitle: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  administration: (name: string): Locator => page.getByRole('banner').getByRole('button', { name }),
});
