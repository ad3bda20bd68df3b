// npm test: types and lint, build, unit and system tests, the browser and the desktop smoke test. Every check counts as one test.
// What was skipped is named. The last line is the count.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged, root } from './builds.mjs';
import { run, runChecks } from './checks.mjs';
import { installSystemPackages } from './systemPackages.mjs';

const reports = join(root, 'test-results');
/** @type {{ passed: number, failed: string[], skipped: string[] }} */
const total = { passed: 0, failed: [], skipped: [] };
const count = (name, ok) => (ok ? (total.passed += 1) : total.failed.push(name));

function readReport(file, stage) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  total.failed.push(`${stage}: did not finish`);
  return null;
}

function countUnitTests(report) {
  for (const file of report?.testResults ?? []) {
    if (file.status === 'failed' && file.assertionResults.length === 0) total.failed.push(`${file.name}: could not be loaded`);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') total.passed += 1;
      else if (test.status === 'failed') total.failed.push(test.fullName);
      else total.skipped.push(test.fullName);
    }
  }
}

const leafTests = (suite, title) => [
  ...(suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, annotations }) => ({ name: `${title}${spec.title}`, status, reason: annotations.find(({ type }) => type === 'skip')?.description ?? '' })),
  ),
  ...(suite.suites ?? []).flatMap((inner) => leafTests(inner, `${title}${inner.title} › `)),
];

function countBrowserTests(report) {
  for (const fault of report?.errors ?? []) total.failed.push(`browser: ${String(fault.message).split('\n')[0]}`);
  for (const test of (report?.suites ?? []).flatMap((suite) => leafTests(suite, `${suite.title} › `))) {
    if (test.status === 'expected') total.passed += 1;
    else if (test.status === 'skipped') total.skipped.push(test.reason === '' ? test.name : `${test.name} (${test.reason})`);
    else total.failed.push(`${test.name}${test.status === 'flaky' ? ' (only at the second try)' : ''}`);
  }
}

const loud = { cwd: root, stdio: 'inherit' };

async function runUnitTests() {
  const file = join(reports, 'unit.json');
  const { status } = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], loud);
  const failedBefore = total.failed.length;
  countUnitTests(readReport(file, 'unit tests'));
  if (status !== 0 && total.failed.length === failedBefore) total.failed.push('unit tests: an error outside every test');
}

async function runBrowserTests() {
  const file = join(reports, 'browser.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { status } = await run('playwright', ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json'], { ...loud, env });
  const failedBefore = total.failed.length;
  countBrowserTests(readReport(file, 'browser tests'));
  if (status !== 0 && total.failed.length === failedBefore) total.failed.push('browser tests: an error outside every test');
}

const started = performance.now();
const stage = async (name, work) => {
  const from = performance.now();
  await work();
  console.log(`── ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
await installSystemPackages();
await stage('checks', async () => (await runChecks()).forEach(({ name, ok }) => count(name, ok)));
let isBuilt = false;
await stage('build', async () => count('build', (isBuilt = await buildWhenChanged())));
await stage('unit and system tests', runUnitTests);
if (isBuilt) await stage('browser and desktop tests', runBrowserTests);
else total.failed.push('browser tests: not run, there is no build');

for (const name of total.skipped) console.log(`skipped: ${name}`);
for (const name of total.failed) console.log(`failed: ${name}`);
console.log(`All in ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed.length} failed, ${total.skipped.length} skipped`);
process.exit(total.failed.length === 0 ? 0 : 1);
