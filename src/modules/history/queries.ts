import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type FactKind, factKinds, type Said, toldOf } from '../../history/facts.ts'
import type { NameParts } from '../../kernel/names.ts'
import type { AccountId, Instant, SiteId } from '../../kernel/types.ts'
import { down } from '../../kit/list/keys.ts'
import { type Rows, sqlRows } from '../../kit/list/rows.ts'

/** A fact as the page shows it: what, of what, when, by whom. */
export type HistoryRow = {
  readonly seq: number
  readonly kind: FactKind
  readonly subjectId: string
  readonly siteId: SiteId | null
  readonly siteName: string | null
  /** Of whom, of which organisation or of which order the fact tells, by its subject. */
  readonly person: NameParts | null
  readonly organisationName: string | null
  readonly orderNumber: string | null
  /** Whether what the fact tells of is still there: a draft may have been thrown away since. */
  readonly isThere: boolean
  readonly at: Instant
  readonly facts: Said
  readonly actor: NameParts | null
  readonly accountId: AccountId | null
}

/** The history of a territory, newest first, of the given kinds only. */
export const historyRows = (tx: Tx, { territory }: Pick<Ctx, 'territory'>, kinds: readonly FactKind[]): Rows<HistoryRow> =>
  sqlRows(tx, {
    select: sql`h.seq, h.kind, ${subject()} as subject_id, h.site_id, h.account_id, o.short_name as site_name, h.at, h.facts,
      subject_org.short_name as organisation_name, subject_order.number_text as order_number,
      ${isThere()} as is_there,
      case when who.id is null then null else json_build_object('familyName', who.family_name, 'givenName', who.given_name, 'patronymic', who.patronymic) end as person,
      case when p.id is null then null else json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic) end as actor`,
    from: sql`history h`,
    as: 'h',
    joins: sql`left join lateral people_on(h.at::date) p on p.territory_id = h.territory_id and p.id = h.person_id
      left join site_organisations so on so.territory_id = h.territory_id and so.site_id = h.site_id and so.is_lead
      left join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
      left join people who on who.territory_id = h.territory_id and who.id = h.subject_id
      left join organisations subject_org on subject_org.territory_id = h.territory_id and subject_org.id = h.subject_id
      left join orders subject_order on subject_order.territory_id = h.territory_id and subject_order.id = h.subject_id`,
    where: sql`h.territory_id = ${territory.id} and h.kind = any(${[...kinds]}::text[])`,
    order: [down(sql`h.seq`)],
  })

/** The thing a fact leads to: its subject, or what the row names that was its subject in an older time. */
function subject(): RawBuilder<unknown> {
  const kinds = factKinds().flatMap((kind) => {
    const { onceOf } = toldOf(kind)
    return onceOf ? [{ kind, ...onceOf }] : []
  })
  const cases = [...Map.groupBy(kinds, ({ table, column }) => `${table} ${column}`).values()].map((same) => {
    const { table, column } = same[0]!
    return sql`when h.kind = any(${same.map(({ kind }) => kind)}::text[]) then coalesce((select t.${sql.ref(column)} from ${sql.table(table)} t
      where t.territory_id = h.territory_id and t.id = h.subject_id), h.subject_id)`
  })
  return cases.length === 0 ? sql`h.subject_id` : sql`case ${sql.join(cases, sql` `)} else h.subject_id end`
}

/** Whether the subject is still kept where its kind says that it was. */
function isThere(): RawBuilder<boolean> {
  const kinds = Map.groupBy(factKinds(), (kind) => toldOf(kind).keptIn)
  kinds.delete(undefined)
  const cases = [...kinds].map(
    ([table, own]) => sql`when h.kind = any(${own}::text[]) then exists (
      select from ${sql.table(table!)} t where t.territory_id = h.territory_id and t.id = ${subject()})`,
  )
  return sql`case ${sql.join(cases, sql` `)} else true end`
}
