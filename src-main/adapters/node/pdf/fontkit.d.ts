/** The few parts of fontkit that are used here; the package brings no types of its own. */
declare module 'fontkit' {
  export type GlyphRun = { readonly advanceWidth: number };
  export type Font = {
    readonly unitsPerEm: number;
    layout(text: string): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): unknown;
    readonly characterSet: readonly number[];
  };
  export function openSync(path: string): Font;
}
