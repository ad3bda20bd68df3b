// npm run check: types and lint, nothing is executed.
import { runChecks } from './checks.mjs';

const results = await runChecks();
const failed = results.filter((result) => !result.ok);
console.log(`${results.length - failed.length} of ${results.length} checks passed`);
process.exit(failed.length === 0 ? 0 : 1);
