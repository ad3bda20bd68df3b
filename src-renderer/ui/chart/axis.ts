/** Where the lines and labels of a chart stand. Plain arithmetic, so that the labels beside a chart agree with what is drawn in it. */

export type Axis = { readonly from: number; readonly to: number; readonly ticks: readonly number[] };

const steps = [1, 2, 2.5, 5, 10] as const;

/** An axis from zero (or below, when a value is negative) in round steps, at most `count` above zero. */
export function axisFor(values: readonly number[], count: number): Axis {
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  if (highest === 0 && lowest === 0) return { from: 0, to: 1, ticks: [0, 1] };
  const rough = (highest - lowest) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((candidate) => candidate * power >= rough) ?? 10) * power;
  const first = Math.floor(lowest / step);
  const last = Math.ceil(highest / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { from: first * step, to: last * step, ticks };
}

/** The height at which a value is drawn, from the top of a plot of `height` pixels. */
export const heightOf = (value: number, axis: Axis, height: number): number => height * (1 - (value - axis.from) / (axis.to - axis.from));

/** Labels in their order from top to bottom, at least `gap` apart and within 0 and `height`, as near as possible to where they belong. */
export function spreadLabels(wanted: readonly number[], gap: number, height: number): readonly number[] {
  const placed: number[] = [];
  for (const y of wanted) placed.push(Math.max(y, (placed.at(-1) ?? -gap) + gap));
  let limit = height;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - gap;
  }
  return placed;
}
