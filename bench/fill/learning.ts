import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Printed } from '../../src/modules/certificates/model.ts'
import { aProgrammeContent } from '../../test/factories/programmes.ts'
import { luga as regulation } from '../../test/regulations.ts'
import type { Bench } from '../harness.ts'
import { today } from './country.ts'

/** Events of the region, forty people at each: ten million attendances. */
const events = Number(process.env.BENCH_EVENTS ?? 250_000)

const printed = (): Printed => ({
  ...{ issuer: 'Школа № 1', signatory: { post: 'Директор', name: 'А. И. Иванова' }, siteWord: 'стажировочная площадка' },
  ...{ theme: 'Урок для каждого', sort: 'participation', kind: 'note', number: 1, issuedOn: today() },
  ...{ from: today(), to: today(), hours: 8, person: { familyName: 'Иванова', givenName: 'Анна', patronymic: 'Ивановна' } },
  lines: Array.from({ length: 4 }, (_, n) => ({ title: `Открытый урок ${n}`, day: today(), hours: 2 })),
})

/** Fills the learning half of the region by learning.sql: minutes, and some gigabytes. */
export async function fillLearning({ admin, cluster }: Bench): Promise<void> {
  const has = async (table: string) => (await admin.query(`select from ${table} limit 1`)).rows.length > 0
  if (await has('published_certificates')) return
  console.error('Filling events, trainees and papers…')
  const text = await readFile(path.join(import.meta.dirname, 'learning.sql'), 'utf8')
  const filled = text
    .replaceAll('$EVENTS', () => String(events))
    .replaceAll('$PROGRAMME', () => pg.escapeLiteral(JSON.stringify(aProgrammeContent(regulation))))
    .replaceAll('$PRINTED', () => pg.escapeLiteral(JSON.stringify(printed())))
  const client = new pg.Client(cluster.adminPool)
  await client.connect()
  try {
    await client.query(filled)
  } finally {
    await client.end()
  }
  await admin.query('vacuum analyze')
}
