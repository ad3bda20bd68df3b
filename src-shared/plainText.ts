/**
 * Text of others as it may be shown: without control characters (tab and line break stay) and without the marks that turn the direction of
 * the text around them, with which `factuur‹mark›fdp.exe` reads as something else (CVE-2021-42574). Letters of every script stay.
 */
const notForDisplay = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;

export const plainText = (text: string): string => text.replaceAll(notForDisplay, '');
