import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { RuleRefusal } from '../../kernel/result.ts'
import type { CallId, Day, PersonId } from '../../kernel/types.ts'
import type { Protocol, ProtocolDecision, ProtocolSnapshot } from './model.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'review_protocols.decisions': ProtocolDecision[]
    'review_protocols.members': PersonId[]
    'review_protocols.snapshot': ProtocolSnapshot
  }
}

type Where = Pick<Ctx, 'territory'>

/** The protocols of a call, by number. */
export async function protocolsOf(tx: Tx, { territory }: Where, callId: CallId): Promise<Protocol[]> {
  return tx
    .selectFrom('reviewProtocols')
    .selectAll()
    .where((is) => is.and({ territoryId: territory.id, callId }))
    .orderBy('number')
    .execute()
}

/** The signed protocols of a call, each with its snapshot. (R-31) */
export async function signedProtocols(
  tx: Tx,
  ctx: Where,
  callId: CallId,
): Promise<(Protocol & { snapshot: ProtocolSnapshot })[]> {
  return (await protocolsOf(tx, ctx, callId)).flatMap((protocol) =>
    protocol.snapshot === null ? [] : [{ ...protocol, snapshot: protocol.snapshot }],
  )
}

/** The calls whose experts' meeting has a signed protocol. */
export async function callsWithProtocol(tx: Tx, { territory }: Where): Promise<ReadonlySet<CallId>> {
  const rows = await tx
    .selectFrom('reviewProtocols')
    .select('callId')
    .distinct()
    .where('territoryId', '=', territory.id)
    .where('state', '=', 'signed')
    .execute()
  return new Set(rows.map(({ callId }) => callId))
}

/** A person who may be chosen for a meeting. */
export type MeetingPerson = NameParts & { readonly id: PersonId; readonly post: string; readonly isExpert: boolean }

/** Who may chair, keep or sit in a meeting: the pool of experts, those with a role, everybody of the operator and the authority. */
export async function meetingPeople(tx: Tx, ctx: Pick<Ctx, 'territory'>, on: Day): Promise<MeetingPerson[]> {
  const territoryId = ctx.territory.id
  const held = (table: string) =>
    sql`${sql.ref(`${table}.starts_on`)} <= ${on}::date and (${sql.ref(`${table}.ends_on`)} is null or ${sql.ref(`${table}.ends_on`)} >= ${on}::date)`
  const { rows } = await sql<MeetingPerson>`
    with pool as (select e.person_id, e.employer from experts e where e.territory_id = ${territoryId} and ${held('e')}),
      chosen as (select person_id from pool
        union select g.person_id from role_grants g where g.territory_id = ${territoryId} and g.role in ('methodist', 'official', 'signatory') and ${held('g')}
        union select t.person_id from posts t join organisations o on o.territory_id = t.territory_id and o.id = t.organisation_id
          where t.territory_id = ${territoryId} and (o.is_operator or o.is_authority) and ${held('t')})
    select p.id, p.family_name, p.given_name, p.patronymic, pool.person_id is not null as is_expert,
      coalesce((select t.title || ', ' || o.short_name from posts t join organisations_on(${on}) o on o.territory_id = t.territory_id and o.id = t.organisation_id
        where t.territory_id = p.territory_id and t.person_id = p.id and ${held('t')} order by t.starts_on, t.id limit 1), pool.employer, '') as post
    from people_on(${on}) p join chosen on chosen.person_id = p.id left join pool on pool.person_id = p.id
    where p.territory_id = ${territoryId} order by p.family_name collate "ru-kn", p.given_name, p.id`.execute(tx)
  return rows
}

/** The operator as a paper names it. */
export async function operatorName(tx: Tx, { territory }: Pick<Ctx, 'territory'>): Promise<string> {
  const row = await tx
    .selectFrom('organisations')
    .select(['fullName', 'documentName'])
    .where((is) => is.and({ territoryId: territory.id, isOperator: true }))
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.documentName ?? row.fullName) : ''
}

/** Refusals for people who may not be chosen for a meeting of that day. */
export async function strangersIn(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  given: { heldOn: Day; chairId: PersonId; secretaryId: PersonId; members: readonly string[] },
): Promise<RuleRefusal[]> {
  const known = new Set<string>((await meetingPeople(tx, ctx, given.heldOn)).map(({ id }) => id))
  const asked = [
    ['chairId', [given.chairId]],
    ['secretaryId', [given.secretaryId]],
    ['members', given.members],
  ] as const
  return asked
    .filter(([, ids]) => ids.some((id) => !known.has(id)))
    .map(([field]) => ({ code: 'rule', rule: 'protocol.unknownPerson', field }))
}
