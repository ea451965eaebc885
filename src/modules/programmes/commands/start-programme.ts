import { type Acting, type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, ProgrammeId, SiteId } from '../../../kernel/types.ts'
import { emptyContent, type Programme } from '../model.ts'
import { ownerApplication } from '../ports.ts'
import { idOfApplication, insertProgramme } from '../store.ts'
import { writingSubjectOf } from '../subject.ts'
import { mayBeWritten } from '../writing-queries.ts'

export type StartInput = { readonly title: string } & (
  | { readonly applicationId: ApplicationId; readonly siteId?: null }
  | { readonly siteId: SiteId; readonly applicationId?: null }
)

/** Starts the programme of an application, or another one of a site. An application has one: a second start gives the first. (R-A2) */
export const startProgramme = (ctx: Acting, input: StartInput): Promise<Result<ProgrammeId>> =>
  transact(ctx, (tx) => startProgrammeIn(tx, ctx, input))

/** The same within the transaction of another deed. */
export async function startProgrammeIn(tx: Tx, ctx: Ctx, input: StartInput): Promise<Result<ProgrammeId>> {
  const owner = { applicationId: input.applicationId ?? null, siteId: input.siteId ?? null }
  const place = await lockPlace(tx, ctx, owner)
  if (!place) return refuse({ code: 'notFound' })
  if (!may(ctx, 'programme.edit', await writingSubjectOf(tx, ctx, owner)))
    return refuse({ code: 'forbidden', permission: 'programme.edit' })
  const begun = owner.applicationId && (await idOfApplication(tx, ctx, owner.applicationId))
  if (begun) return ok(begun)
  const open = await mayBeWritten(tx, ctx, owner)
  if (!open.ok) return open
  if (input.title.trim() === '') return refuseRule('programme.needsTitle', { field: 'title' })

  const id = await insertProgramme(tx, ctx, { ...owner, title: input.title.trim(), content: emptyContent })
  await record(tx, ctx, { kind: 'programme.started', subjectId: id, siteId: owner.siteId, facts: { title: input.title.trim() } })
  return ok(id)
}

/** Two starts at once wait for each other at the application or the site. */
async function lockPlace(tx: Tx, ctx: Ctx, owner: Pick<Programme, 'applicationId' | 'siteId'>): Promise<boolean> {
  if (owner.applicationId) return ownerApplication.only().lock(tx, ctx, owner.applicationId)
  const site = await tx
    .selectFrom('sites')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', owner.siteId)
    .forUpdate()
    .executeTakeFirst()
  return site !== undefined
}
