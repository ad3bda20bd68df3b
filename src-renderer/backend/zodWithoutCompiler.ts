/**
 * Must run before any schema is made: zod otherwise tries `new Function` to compile its parsers, which the content security policy
 * refuses and the console then reports on every start. Imported first by `main.tsx`, and by whatever imports the contract, because the
 * bundler keeps the order of imports within a chunk but not between chunks.
 */
import { z } from 'zod';

z.config({ jitless: true });
