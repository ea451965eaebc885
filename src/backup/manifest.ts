import { z } from 'zod'

/** So much of the contents is sealed at a time: what is read, and what is lost with one flipped byte. */
export const chunkBytes = 1024 * 1024

const count = z.number().int().min(0)
const inside = z.string().refine((name) => !name.split('/').some((part) => ['', '.', '..'].includes(part)))

const entry = z.object({
  path: inside,
  /** Where its bytes begin in the contents. */
  at: count,
  size: count,
  sha256: z.string(),
})

const database = z.object({
  /** Who runs it: the program itself, or a server that the office keeps. */
  engine: z.enum(['embedded', 'server']),
  /** Main version of PostgreSQL. */
  version: z.string(),
  /** The line of kept logs that leads on from this copy, if any. */
  line: z.string().nullable(),
  /** The first segment of the log that is needed to go on from here. */
  from: z.string(),
})

/** What ends an archive: everything in it with its hash, and how long each sealed chunk is. */
export const manifest = z.object({
  format: z.literal(1),
  kind: z.enum(['data', 'secrets', 'log']),
  takenAt: z.iso.datetime(),
  database: database.nullable(),
  folders: z.array(inside),
  entries: z.array(entry),
  chunks: z.array(count),
})
export type Manifest = z.infer<typeof manifest>
export type ManifestEntry = z.infer<typeof entry>
export type DatabaseOfCopy = z.infer<typeof database>
