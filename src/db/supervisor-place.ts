import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { codeOf } from '../kernel/errors.ts'

/** The system user a child process runs as. */
export type RunAs = { readonly uid: number; readonly gid: number }

/** Where a cluster lives. All paths are absolute; `runAs` is set only when the program itself runs as root. */
export type Place = {
  readonly dir: string
  readonly data: string
  readonly socket: string
  readonly log: string
  readonly runAs: RunAs | undefined
}

/** An expected fault of the machine or its settings: the message is one Russian sentence that says what to do. */
export class ClusterError extends Error {}

/** Kept for root only: PostgreSQL then runs as another user, who cannot look into the homes of others. */
export const systemDir = '/var/lib/ploshchadka'

const nobody: RunAs = { uid: 65534, gid: 65534 }
/** sockaddr_un holds 107 bytes of path; the rest is the socket's own file name with the lock beside it. */
const longestSocketDir = 107 - '/.s.PGSQL.5432.lock'.length

/** Makes the folders of a cluster, owned by the user PostgreSQL will run as, and says where they are. */
export function preparePlace(wanted: string): Place {
  const asked = path.resolve(wanted)
  fs.mkdirSync(path.dirname(asked), { recursive: true })
  const root = process.getuid?.() === 0
  const dir = root ? reachableFolder(asked) : ownFolder(asked)
  const runAs = root ? unprivilegedOwner(dir) : undefined
  give(dir, runAs)
  const socket = socketFolder(dir, runAs)
  return { dir, data: path.join(dir, 'data'), socket, log: path.join(dir, 'postgres.log'), runAs }
}

function ownFolder(asked: string): string {
  fs.mkdirSync(asked, { recursive: true, mode: 0o700 })
  const owner = fs.statSync(asked).uid
  if (owner !== process.getuid?.()) {
    throw new ClusterError(
      `Папка ${asked} принадлежит другому пользователю системы: запустите программу от его имени или задайте другую папку в DATA_DIR.`,
    )
  }
  return fs.realpathSync(asked)
}

/** The folder itself if another user can get to it; otherwise a link to one of its own under /var/lib. */
function reachableFolder(asked: string): string {
  if (fs.lstatSync(asked, { throwIfNoEntry: false })?.isSymbolicLink()) return followLink(asked)
  if (canReach(path.dirname(asked), nobody)) {
    fs.mkdirSync(asked, { recursive: true, mode: 0o700 })
    return fs.realpathSync(asked)
  }
  if (fs.existsSync(path.join(asked, 'data'))) {
    throw new ClusterError(
      `PostgreSQL не может работать в ${asked}: папки выше закрыты для других пользователей; откройте проход (chmod o+x) или задайте DATA_DIR.`,
    )
  }
  fs.rmSync(asked, { recursive: true, force: true })
  fs.mkdirSync(systemDir, { recursive: true, mode: 0o755 })
  const away = fs.mkdtempSync(path.join(systemDir, 'cluster-'))
  fs.writeFileSync(path.join(away, 'belongs-to'), asked)
  return linkOnce(asked, away)
}

/** Of several programs starting at once one link wins; the others follow it. */
function linkOnce(asked: string, away: string): string {
  try {
    fs.symlinkSync(away, asked)
    return away
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    fs.rmSync(away, { recursive: true, force: true })
    return followLink(asked)
  }
}

/** A copied working folder carries the link along; two folders must not share one database unawares. */
function followLink(link: string): string {
  const away = path.resolve(path.dirname(link), fs.readlinkSync(link))
  fs.mkdirSync(away, { recursive: true, mode: 0o700 })
  const note = path.join(away, 'belongs-to')
  const owner = fs.existsSync(note) ? fs.readFileSync(note, 'utf8') : link
  if (owner !== link && fs.lstatSync(owner, { throwIfNoEntry: false })?.isSymbolicLink() && fs.readlinkSync(owner) === away) {
    throw new ClusterError(
      `База ${away} принадлежит ${owner}, а ${link} — ссылка из скопированной папки: удалите эту ссылку, и база будет создана заново.`,
    )
  }
  if (owner !== link) fs.writeFileSync(note, link)
  return fs.realpathSync(away)
}

/** An existing cluster keeps its owner; a new one goes to the user who owns nothing else. */
function unprivilegedOwner(dir: string): RunAs {
  const { uid, gid } = fs.statSync(path.join(dir, 'data'), { throwIfNoEntry: false }) ?? fs.statSync(dir)
  return uid === 0 ? nobody : { uid, gid }
}

function socketFolder(dir: string, runAs: RunAs | undefined): string {
  const beside = path.join(dir, 's')
  const socket = Buffer.byteLength(beside) <= longestSocketDir ? beside : shortSocketFolder(dir, runAs)
  fs.mkdirSync(path.dirname(socket), { recursive: true })
  try {
    fs.mkdirSync(socket, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    const found = fs.lstatSync(socket)
    const owners = [process.getuid?.(), runAs?.uid]
    if (!found.isDirectory() || !owners.includes(found.uid)) {
      throw new ClusterError(`Папка ${socket} принадлежит другому пользователю системы: удалите её и запустите программу снова.`)
    }
  }
  give(socket, runAs)
  return socket
}

function shortSocketFolder(dir: string, runAs: RunAs | undefined): string {
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16)
  return runAs ? path.join(systemDir, `s-${name}`) : path.join('/tmp', `ploshchadka-${process.getuid?.()}-${name}`)
}

function give(folder: string, runAs: RunAs | undefined): void {
  fs.chmodSync(folder, 0o700)
  if (runAs) fs.chownSync(folder, runAs.uid, runAs.gid)
}

/** Whether that user may pass through every folder down to this one (permission bits only). */
export function canReach(folder: string, { uid, gid }: RunAs): boolean {
  const real = fs.realpathSync(folder)
  const steps = real.split(path.sep).map((_, index, parts) => parts.slice(0, index + 1).join(path.sep) || path.sep)
  return steps.every((step) => {
    const entry = fs.statSync(step)
    const shift = entry.uid === uid ? 6 : entry.gid === gid ? 3 : 0
    return ((entry.mode >> shift) & 1) === 1
  })
}
