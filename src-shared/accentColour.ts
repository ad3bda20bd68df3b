/** Relative luminance of a channel, WCAG 2.2. */
const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const channelsOf = (colour: string): readonly [number, number, number] => {
  const at = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
};

/** Contrast of a colour `#rrggbb` to white, from 1 to 21. */
export function contrastToWhite(colour: string): number {
  const [red, green, blue] = channelsOf(colour);
  return 1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05);
}

const fallback = '#1b1f22';

/** The colour itself when white text can be read on it (4.5), else darkened by steps of a twentieth until it can; ink for nonsense. */
export function readableAccent(colour: string): string {
  if (!/^#[0-9a-fA-F]{6}$/.test(colour)) return fallback;
  const hex = (channel: number): string => Math.round(channel).toString(16).padStart(2, '0');
  for (let share = 20; share > 0; share -= 1) {
    const [red, green, blue] = channelsOf(colour).map((channel) => (channel * share) / 20) as [number, number, number];
    const darker = `#${hex(red)}${hex(green)}${hex(blue)}`;
    if (contrastToWhite(darker) >= 4.5) return darker;
  }
  return fallback;
}
