import { sql } from 'kysely'
import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { cleanText } from '../../../kernel/clean.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { RegulationId, RegulationLineId } from '../../../kernel/types.ts'
import { readRegulation } from '../../../regulation/check.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { regulationInForce, regulationLines } from '../queries.ts'
import { tooLong } from '../rules.ts'
import { beginLine } from './begin-line.ts'
import { draftRegulation } from './draft-regulation.ts'

/** From what a new edition is begun: a copy of the one the territory lives by, or the text of a file of a regulation. */
export type Beginning = { readonly from: 'copy' } | { readonly from: 'file'; readonly text: string }

/** Begins a new edition as a draft, under the next number. Nothing changes until an order approves it. */
export const startEdition = (ctx: Acting, beginning: Beginning): Promise<Result<RegulationId>> =>
  transact(ctx, async (tx) => {
    const given = beginning.from === 'copy' ? await copied(tx, ctx) : fromFile(beginning.text)
    if (!given.ok) return given
    const [line] = await regulationLines(tx, ctx.territory.id)
    const lineId = line?.id ?? (await beginLine(tx, ctx, { name: given.value.title }))
    const edition = await nextNumber(tx, ctx, lineId)
    const id = newId<RegulationId>()
    await record(tx, ctx, await draftRegulation(tx, ctx, { id, lineId }, { ...given.value, edition }))
    return ok(id)
  })

async function copied(tx: Tx, ctx: Ctx): Promise<Result<Regulation>> {
  const stored = await regulationInForce(tx, ctx)
  return stored ? ok(stored.regulation) : refuseRule('edition.nothingToCopy', { field: 'from' })
}

const mostProblems = 8

/** Reads a file of a regulation; refuses with what in it is not in the shape of one. */
export function fromFile(text: string): Result<Regulation> {
  const read = readText(text)
  if (read === null) return refuseRule('edition.notJson', { field: 'file' })
  if ('regulation' in read) return tooLong(read.regulation.clauses) ?? ok(read.regulation)
  const { problems } = read
  const shown = problems.slice(0, mostProblems).join('; ')
  return refuseRule('edition.notARegulation', {
    field: 'file',
    params: { problems: shown, more: problems.length - mostProblems },
  })
}

/** Null for what is no JSON, and for clauses within clauses beyond any paper. */
function readText(text: string): ReturnType<typeof readRegulation> | null {
  try {
    return readRegulation(
      JSON.parse(text, (_key, value) => (typeof value === 'string' ? cleanText(value).replaceAll('\0', '') : value)),
    )
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null
    throw error
  }
}

/** The number after the last one that stands. One begins at a time in a territory, so that two who begin at once get two numbers. */
async function nextNumber(tx: Tx, { territory }: Ctx, lineId: RegulationLineId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`edition ${territory.id}`}, 0))`.execute(tx)
  const rows = await tx
    .selectFrom('regulations')
    .select('version')
    .where((is) => is.and({ territoryId: territory.id, lineId }))
    .where('state', '!=', 'dropped')
    .orderBy('version', 'desc')
    .execute()
  return (rows[0]?.version ?? 0) + 1
}
