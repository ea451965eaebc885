import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationId } from '../../../kernel/types.ts'
import { initialsOf } from '../../people/name-queries.ts'
import type { CheckedItem, InformationRequest, MadeCheck, Remark } from './model.ts'

declare module '../../../db/columns.ts' {
  interface JsonColumns {
    'application_checks.items': CheckedItem[]
  }
}

type Where = Pick<Ctx, 'territory'>

/** The remarks made at the items of a round, or of all rounds, oldest first. */
export async function remarksOf(tx: Tx, ctx: Where, applicationId: ApplicationId, round?: number): Promise<Remark[]> {
  const rows = await tx
    .selectFrom('applicationRemarks')
    .select(['id', 'round', 'section', 'text', 'madeBy', 'madeAt', 'settledAt'])
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .$call((query) => (round === undefined ? query : query.where('round', '=', round)))
    .orderBy('round')
    .orderBy('id')
    .execute()
  const people = rows.map(({ madeBy }) => madeBy)
  const nameOf = await initialsOf(tx, ctx, people)
  return rows.map((row) => ({ ...row, madeByName: nameOf(row.madeBy) }))
}

/** The technical checks made of an application, newest first. */
export async function checksOf(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<MadeCheck[]> {
  const rows = await tx
    .selectFrom('applicationChecks')
    .select(['id', 'round', 'outcome', 'items', 'note', 'checkedBy', 'checkedAt'])
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .orderBy('checkedAt', 'desc')
    .execute()
  const people = rows.map(({ checkedBy }) => checkedBy)
  const nameOf = await initialsOf(tx, ctx, people)
  return rows.map(({ checkedBy, ...row }) => ({ ...row, checkedByName: nameOf(checkedBy) }))
}

/** Questions asked about an application with their answers, newest first. */
export async function requestsOf(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<InformationRequest[]> {
  const rows = await tx
    .selectFrom('informationRequests')
    .selectAll()
    .where((is) => is.and({ territoryId: ctx.territory.id, applicationId }))
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const files = await tx
    .selectFrom('informationRequestFiles as r')
    .innerJoin('files as f', (join) => join.onRef('f.territoryId', '=', 'r.territoryId').onRef('f.id', '=', 'r.fileId'))
    .select(['r.requestId', 'f.id', 'f.name', 'f.size'])
    .where('r.territoryId', '=', ctx.territory.id)
    .where('r.requestId', 'in', ids)
    .orderBy('f.name')
    .execute()
  const people = rows.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy ?? askedBy])
  const nameOf = await initialsOf(tx, ctx, people)
  return rows.map((row) => ({
    ...row,
    askedByName: nameOf(row.askedBy),
    answeredByName: row.answeredBy && nameOf(row.answeredBy),
    files: files.filter(({ requestId }) => requestId === row.id).map((file) => ({ ...file, size: Number(file.size) })),
  }))
}

/** What an applicant has to mend in the programme now: open remarks of a returned application at its programme, its parts and topics. */
export async function programmeRemarks(tx: Tx, ctx: Where, applicationId: ApplicationId): Promise<Remark[]> {
  const app = await tx
    .selectFrom('applications')
    .select(['state', 'round'])
    .where((is) => is.and({ territoryId: ctx.territory.id, id: applicationId }))
    .executeTakeFirst()
  if (app?.state !== 'returned') return []
  const remarks = await remarksOf(tx, ctx, applicationId, app.round)
  return remarks.filter(({ section, settledAt }) => section.split('.')[0] === 'programme' && settledAt === null)
}
