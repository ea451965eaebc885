import { sql } from 'kysely'
import type { Acting, Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { cleanText } from '../../../kernel/clean.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { RegulationId, RegulationLineId } from '../../../kernel/types.ts'
import { readRegulation } from '../../../regulation/check.ts'
import { emptyBeside } from '../../../regulation/empty.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { regulationLines, regulationsInForce } from '../queries.ts'
import { tooLong } from '../rules.ts'
import { beginLine } from './begin-line.ts'
import { draftRegulation } from './draft-regulation.ts'

/** From what a new edition is begun: a copy of what is in force, nothing, or the text of a file of a regulation. */
export type Beginning =
  | { readonly from: 'copy'; readonly edition: RegulationId | null }
  | { readonly from: 'empty' }
  | { readonly from: 'file'; readonly text: string }

/** Whose edition it is: of a line that is there (the first one when null), or of a new one by its name. */
type OfLine = { readonly lineId: RegulationLineId | null } | { readonly name: string }

/** Begins a new edition as a draft, under the next number of its line. Nothing changes until an order approves it. */
export const startEdition = (ctx: Acting, of: OfLine, beginning: Beginning): Promise<Result<RegulationId>> =>
  transact(ctx, async (tx) => {
    await oneAtATime(tx, ctx)
    const line = await lineOf(tx, ctx, of)
    if (!line.ok) return line
    const given = beginning.from === 'file' ? fromFile(beginning.text) : await fromOwn(tx, ctx, line.value, beginning)
    if (!given.ok) return given
    const regulation =
      line.value.id === null && beginning.from === 'copy' ? { ...given.value, title: line.value.name } : given.value
    const lineId = line.value.id ?? (await beginLine(tx, ctx, { name: line.value.name || regulation.title }))
    const edition = await nextNumber(tx, ctx, lineId)
    const id = newId<RegulationId>()
    await record(tx, ctx, await draftRegulation(tx, ctx, { id, lineId }, { ...regulation, edition }))
    return ok(id)
  })

/** A line that is there, or the name of one to begin; no name: it is called as its paper. */
type Line = { readonly id: RegulationLineId; readonly name: string } | { readonly id: null; readonly name: string }

async function lineOf(tx: Tx, ctx: Ctx, of: OfLine): Promise<Result<Line>> {
  const lines = await regulationLines(tx, ctx.territory.id)
  if ('name' in of)
    return lines.some(({ name }) => name.toLowerCase() === of.name.toLowerCase())
      ? refuseRule('edition.lineNameTaken', { field: 'name' })
      : ok({ id: null, name: of.name })
  const found = of.lineId === null ? lines[0] : lines.find(({ id }) => id === of.lineId)
  if (found) return ok(found)
  return lines.length === 0 ? ok({ id: null, name: '' }) : refuse({ code: 'notFound' })
}

/** A copy of what is in force here, or nothing but the bodies of the territory. */
async function fromOwn(
  tx: Tx,
  ctx: Ctx,
  line: Line,
  beginning: Exclude<Beginning, { from: 'file' }>,
): Promise<Result<Regulation>> {
  const current = await regulationsInForce(tx, ctx)
  const asked = beginning.from === 'copy' ? beginning.edition : null
  const own = current.find((one) => (asked === null ? one.line.id === line.id : one.id === asked))
  if (beginning.from === 'copy') return own ? ok(own.paper) : refuseRule('edition.nothingToCopy', { field: 'from' })
  const beside = own ?? current[0]
  return beside ? ok(emptyBeside(beside.paper, line.name)) : refuseRule('edition.nothingToCopy', { field: 'from' })
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

/** One begins at a time in a territory, so that two who begin at once get two numbers. */
const oneAtATime = (tx: Tx, { territory }: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`edition ${territory.id}`}, 0))`.execute(tx)

/** The number after the last one of the line that stands. */
async function nextNumber(tx: Tx, { territory }: Ctx, lineId: RegulationLineId): Promise<number> {
  const rows = await tx
    .selectFrom('regulations')
    .select('version')
    .where((is) => is.and({ territoryId: territory.id, lineId }))
    .where('state', '!=', 'dropped')
    .orderBy('version', 'desc')
    .execute()
  return (rows[0]?.version ?? 0) + 1
}
