import type { Page } from '@playwright/test';

export type DroppedFile = { readonly name: string; readonly content: string | Uint8Array };

/** Lets go of files above the window, wherever that is. */
export async function drop(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, text } of all) data.items.add(new File([text], name, { type: 'application/octet-stream' }));
    return data;
  }, files.map(({ name, content }) => ({ name, text: String(content) })));
  for (const kind of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', kind, { dataTransfer: transfer });
}
