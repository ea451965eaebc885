import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import { type ActKind, actNames } from '../../regulation/acts.ts'

/** Everyone who has to hear of an application: heads of its organisations, its author, who sent it, those let in to write it. */
export async function applicantsOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  applicationIds: readonly string[],
): Promise<{ applicationId: string; personId: PersonId }[]> {
  const territoryId = ctx.territory.id
  const ids = sql`any(${[...applicationIds]}::uuid[])`
  const { rows } = await sql<{ applicationId: string; personId: PersonId }>`
    select o.application_id, p.person_id from application_organisations o
      join posts p on p.territory_id = o.territory_id and p.organisation_id = o.organisation_id and p.kind = 'head'
        and p.starts_on <= ${ctx.today} and (p.ends_on is null or p.ends_on >= ${ctx.today})
    where o.territory_id = ${territoryId} and o.application_id = ${ids} and o.state <> 'declined'
    union select id, created_by from applications where territory_id = ${territoryId} and id = ${ids}
    union select id, submitted_by from applications where territory_id = ${territoryId} and id = ${ids} and submitted_by is not null
    union select application_id, person_id from application_editors where territory_id = ${territoryId} and application_id = ${ids}`.execute(
    tx,
  )
  return rows
}

/** Reviews that were sent, with their experts: they are told what became of the application they read. */
export async function reviewersOf(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  applicationIds: readonly string[],
): Promise<{ reviewId: string; applicationId: string; personId: PersonId }[]> {
  const { rows } = await sql<{ reviewId: string; applicationId: string; personId: PersonId }>`
    select id as review_id, application_id, expert_person_id as person_id from reviews
    where territory_id = ${ctx.territory.id} and application_id = any(${[...applicationIds]}::uuid[]) and state = 'sent'`.execute(
    tx,
  )
  return rows
}

/** «приказ от 28.01.2021 № 37-о» of a signed order. */
export async function orderNamed(tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: string): Promise<string> {
  const row = await tx
    .selectFrom('orders')
    .select(['kind', 'numberText', 'signedOn'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const date = row.signedOn === null ? '' : ` от ${shortDate(row.signedOn as Day)}`
  return `${actNames[row.kind as ActKind]}${date}${row.numberText === null ? '' : ` № ${row.numberText}`}`
}

/** The order behind a submission: signed as people name it, else as the draft it is. */
export async function draftNamed(tx: Tx, ctx: Pick<Ctx, 'territory'>, orderId: string): Promise<string> {
  const row = await tx
    .selectFrom('orders')
    .select(['kind', 'title', 'numberText'])
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  if (row.numberText !== null) {
    const label = await orderNamed(tx, ctx, orderId)
    return label.charAt(0).toUpperCase() + label.slice(1)
  }
  return `Проект: ${actNames[row.kind as ActKind]} «${row.title}»`
}
