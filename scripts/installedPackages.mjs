// Compares what npm says it installed (node_modules/.package-lock.json) with what the lock file asks for. Runs under any Node from 20 on.

/** Does a list of names such as `os` or `cpu`, with `!` for all but, allow this one? Some packages write one name instead of a list. */
function allows(names, name) {
  const list = names === undefined ? [] : [names].flat();
  if (list.length === 0) return true;
  return list.some((entry) => !entry.startsWith('!')) ? list.includes(name) : !list.includes(`!${name}`);
}

/** May this package be absent here: optional, and for another system, or needed only by such a one (then it names no system). */
function mayBeAbsent(entry, here) {
  if (entry.optional !== true) return false;
  return entry.os === undefined || entry.libc !== undefined || !allows(entry.os, here.os) || !allows(entry.cpu, here.cpu);
}

/**
 * True when the same packages in the same versions are in place and none is missing, so that nothing has to be installed. One that is left
 * over from an earlier lock file does no harm.
 * `locked` and `installed` are the parsed lock files, `here` is {os, cpu} as of `process`, `isThere(folder)` looks on the disk.
 */
export function isInstalled({ locked, installed, here, isThere }) {
  const wanted = locked?.packages ?? {};
  const found = installed?.packages ?? {};
  return (
    Object.keys(wanted).length > 1 &&
    Object.entries(wanted).every(([folder, entry]) => {
      if (folder === '') return true;
      const own = found[folder];
      if (own === undefined) return mayBeAbsent(entry, here);
      return own.version === entry.version && own.integrity === entry.integrity && isThere(folder);
    })
  );
}
