// Ends with 0 when node_modules holds exactly what package-lock.json names. npm writes its own lock into node_modules at the very
// end of an installation, so one that was interrupted does not count.
import { readFileSync } from 'node:fs'

const packagesOf = (file) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).packages

/** Packages for other kinds of machines are optional and may be missing. */
function isFresh() {
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, wanted]) => path === '' || (installed[path] ? installed[path].version === wanted.version : wanted.optional),
  )
}

try {
  process.exitCode = isFresh() ? 0 : 1
} catch {
  process.exitCode = 1
}
