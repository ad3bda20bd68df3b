import { expect, type Page } from '@playwright/test';
import { shell } from '../pages/shell.ts';
import { startPage } from '../pages/startPage.ts';

/** Making the example takes a while: it goes through the same imports as real files. */
const exampleMs = 60_000;

export async function openExample(page: Page): Promise<void> {
  await startPage(page).openExample().click();
  await expect(shell(page).rail()).toBeVisible({ timeout: exampleMs });
}

/** Begins an administration of one's own with nothing but its name. */
export async function beginOwn(page: Page, name: string): Promise<void> {
  await startPage(page).beginOwn().click();
  await startPage(page).companyName().fill(name);
  await startPage(page).createOwn().click();
  await expect(shell(page).administration(name)).toBeVisible();
}
