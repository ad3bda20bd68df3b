/**
 * What was made a moment ago and is mostly litter has a place of its own in V8's memory. On a machine with much memory V8 lets it grow to
 * 130 MB for every thread, because it need not be cleared so often then; a program that shares a laptop with others has better uses for it.
 *
 * Imported for its effect, and first by every host: what loading the program takes in that place V8 does not give back.
 */
import { setFlagsFromString } from 'node:v8';

/** Threads started from here on begin with so many megabytes, half of what `background.ts` allows the busiest ones; for the whole process. */
setFlagsFromString('--min-semi-space-size=8');
/** And neither they nor this thread take more. */
setFlagsFromString('--semi-space-growth-factor=1');
