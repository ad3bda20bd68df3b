import { hostTexts, nearestLanguage, type HostTexts } from '../../../src-shared/locales/hostTexts.ts';

/** A page of two sentences without script, for a browser that may not come in (yet). Holds only our own texts, so nothing to escape. */
export function plainPage(kind: 'linkNeeded' | 'linkUsed' | 'refused', acceptLanguage: string | undefined): string {
  const language = nearestLanguage(acceptLanguage ?? '');
  const text: HostTexts['page'] = hostTexts(language).page;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Termijn</title></head>
<body><h1>${text[`${kind}Title`]}</h1><p>${text[kind]}</p></body></html>`;
}
