/**
 * The metadata that PDF/A readers take from the file, in step with its information dictionary. Written here and not by the library, which
 * puts names in as they are: a company with an ampersand in its name would get a file whose metadata nobody can read.
 */
import type { DocumentFacts } from './documentFacts.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // What XML cannot hold at all.
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');

const inDefaultLanguage = (property: string, text: string): string =>
  text === '' ? '' : `<${property}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></${property}>`;

/** The descriptions that go inside `rdf:RDF`, beside the one that names the part of PDF/A. */
export function xmpFacts({ title, author, subject, languageTag }: DocumentFacts, { program, instant }: { readonly program: string; readonly instant: Date }): string {
  const at = `${instant.toISOString().slice(0, 19)}Z`;
  const about = (prefix: string, address: string, content: string): string =>
    `<rdf:Description rdf:about="" xmlns:${prefix}="${address}">${content}</rdf:Description>\n`;
  return [
    about('xmp', 'http://ns.adobe.com/xap/1.0/', `<xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:CreatorTool>${program}</xmp:CreatorTool>`),
    about(
      'dc',
      'http://purl.org/dc/elements/1.1/',
      [
        '<dc:format>application/pdf</dc:format>',
        inDefaultLanguage('dc:title', title),
        author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
        inDefaultLanguage('dc:description', subject),
        `<dc:language><rdf:Bag><rdf:li>${escaped(languageTag)}</rdf:li></rdf:Bag></dc:language>`,
      ].join(''),
    ),
    about('pdf', 'http://ns.adobe.com/pdf/1.3/', `<pdf:Producer>${program}</pdf:Producer>`),
  ].join('');
}
