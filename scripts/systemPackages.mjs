// What the tests use beyond npm: a browser, fonts, and the tools that look into a PDF. Installed when missing, where apt may be used.
import { existsSync } from 'node:fs';
import { run } from './checks.mjs';

/** Debian package and a file that shows it is there. */
const wanted = [
  ['chromium', '/usr/bin/chromium'],
  ['fonts-liberation', '/usr/share/fonts/truetype/liberation'],
  ['fonts-dejavu-core', '/usr/share/fonts/truetype/dejavu'],
  ['poppler-utils', '/usr/bin/pdftotext'],
  ['qpdf', '/usr/bin/qpdf'],
  ['zbar-tools', '/usr/bin/zbarimg'],
];

export async function installSystemPackages() {
  const missing = wanted.filter(([, file]) => !existsSync(file)).map(([name]) => name);
  if (missing.length === 0 || !existsSync('/usr/bin/apt-get')) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.log(`Installing ${missing.join(', ')} (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const parameters of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) {
    const [command, ...rest] = [...asRoot, 'apt-get', '-qq', ...parameters];
    const { status, output } = await run(command, rest, { env });
    if (status !== 0) console.error(`${output}apt-get ${parameters[0]} failed; tests that need these packages are skipped, and say so.`);
  }
}
