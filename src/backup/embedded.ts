import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import type { Config } from '../config.ts'
import type { DatabaseSource } from './take.ts'

/** The data folder of the program's own server, how its superuser reaches it, and the witness of history beside it. */
export type Embedded = { readonly admin: pg.PoolConfig; readonly data: string; readonly witnessFile: string }

/** Null on a server that the office keeps. */
export const embeddedOf = (
  { database, historyWitnessFile: witnessFile }: Config,
  admin: pg.PoolConfig | null,
): Embedded | null =>
  database.kind === 'embedded' && admin !== null ? { admin, data: path.join(database.dir, 'data'), witnessFile } : null

export const sourceOf = (embedded: Embedded, line: string | null): DatabaseSource => ({ engine: 'embedded', ...embedded, line })

/** What an installation cannot be started without and what must not lie beside its data, by the names of files. */
export function secretsOf({ secret, s3, smtpUrl, database, historyKeyFile }: Config): Record<string, string> {
  const settings = {
    SECRET: secret,
    ...(s3 && { S3_ACCESS_KEY: s3.accessKey, S3_SECRET_KEY: s3.secretKey }),
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
    ...(database.kind === 'server' && {
      DATABASE_URL: database.url,
      ...(database.ownerUrl && { DATABASE_OWNER_URL: database.ownerUrl }),
    }),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  const keys: Record<string, string> = fs.existsSync(historyKeyFile)
    ? { 'history-key': fs.readFileSync(historyKeyFile, 'utf8') }
    : {}
  return { secret, 'settings.env': lines.join(''), ...keys }
}
