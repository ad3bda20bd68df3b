import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where the window stood, in device-independent pixels. */
const zWindowState = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(400).max(20_000), height: z.int().min(300).max(20_000) });
export type WindowState = z.output<typeof zWindowState>;
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const visiblePixels = 100;

/** Whether enough of the window would lie on one of the screens to be taken hold of: screens are unplugged between two starts. */
export function isReachable(window: Area, screens: readonly Area[]): boolean {
  return screens.some((screen) => {
    const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
    const isTitleVisible = window.y >= screen.y && window.y <= screen.y + screen.height - visiblePixels;
    return across >= visiblePixels && isTitleVisible;
  });
}

/** The remembered place, or null when there is none, when it cannot be read, or when no screen shows it any more. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const state = zWindowState.safeParse(parseOrNull(text));
  return state.success && isReachable(state.data, screens) ? state.data : null;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const writeWindowState = (file: string, state: WindowState): void => writeFileSync(file, JSON.stringify(state));
