import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { newId } from '../../kernel/ids.ts'
import type { Instant, ProgrammeId } from '../../kernel/types.ts'
import type { Piece, Recognised, Sorted } from './reading/pieces.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'programme_imports.recognised': Recognised
    'programme_imports.unplaced': Piece[]
  }
}

type Where = Pick<Ctx, 'territory'>

/** A file that has been taken apart, with what of it has not yet been carried over. */
export type Import = Sorted & {
  readonly id: string
  readonly fileName: string
  readonly createdAt: Instant
  readonly appliedAt: Instant | null
}

export async function insertImport(
  tx: Tx,
  ctx: Ctx,
  given: Sorted & { programmeId: ProgrammeId; fileName: string },
): Promise<string> {
  const id = newId()
  const { programmeId, fileName, recognised, unplaced } = given
  await tx
    .insertInto('programmeImports')
    .values({
      territoryId: ctx.territory.id,
      id,
      programmeId,
      fileName,
      recognised: JSON.stringify(recognised),
      unplaced: JSON.stringify(unplaced),
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
    })
    .execute()
  return id
}

/** One file of a programme; null when it has none such. */
export async function importOf(
  tx: Tx,
  { territory }: Where,
  programmeId: ProgrammeId,
  id: string,
  lock = false,
): Promise<Import | null> {
  const row = await tx
    .selectFrom('programmeImports')
    .select(['id', 'fileName', 'recognised', 'unplaced', 'createdAt', 'appliedAt'])
    .where('territoryId', '=', territory.id)
    .where('programmeId', '=', programmeId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? null
}

export async function saveImport(
  tx: Tx,
  { territory }: Where,
  given: Sorted & { id: string; appliedAt: Instant | null },
): Promise<void> {
  await tx
    .updateTable('programmeImports')
    .set({
      recognised: JSON.stringify(given.recognised),
      unplaced: JSON.stringify(given.unplaced),
      appliedAt: given.appliedAt,
    })
    .where('territoryId', '=', territory.id)
    .where('id', '=', given.id)
    .execute()
}

/** Files of a programme of which something is still not carried over, newest first. */
export async function openImports(
  tx: Tx,
  { territory }: Where,
  programmeId: ProgrammeId,
): Promise<readonly { id: string; fileName: string; createdAt: Instant; left: number }[]> {
  const rows = await tx
    .selectFrom('programmeImports')
    .select(['id', 'fileName', 'createdAt', 'recognised', 'unplaced'])
    .where('territoryId', '=', territory.id)
    .where('programmeId', '=', programmeId)
    .orderBy('createdAt', 'desc')
    .execute()
  return rows
    .map(({ recognised, unplaced, ...row }) => ({
      ...row,
      left: recognised.pieces.length + unplaced.length,
    }))
    .filter(({ left }) => left > 0)
}
