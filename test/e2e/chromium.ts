import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; undefined leaves the choice to Playwright's own. */
export const chromiumPath: string | undefined = places.find((path) => existsSync(path));

/** Chromium refuses to start its sandbox as root; as anybody else it keeps it. */
export const chromiumArguments: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
