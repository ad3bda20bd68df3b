/**
 * Must be the first import of the window: zod otherwise tries `new Function` to compile its parsers, which the content security
 * policy refuses and the console then reports on every start.
 */
import { z } from 'zod';

z.config({ jitless: true });
