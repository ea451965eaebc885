import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { signatureName, withInitials } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import type { Decision } from '../../regulation/procedure.ts'
import type { ProcedureKind } from '../../regulation/work/steps.ts'
import { type PostShown, postsOn } from '../people/name-queries.ts'
import { asParty } from '../sites/decider-queries.ts'
import { type Procedure, type ProcedureState, type Stands, stepNow } from './model.ts'

type Where = Pick<Ctx, 'territory'>

/** Where everything of a case stands: each version of a plan that was ever sent. */
export async function standsOf(tx: Tx, { territory }: Where, caseId: string): Promise<readonly Stands[]> {
  const { rows } = await sql<Stands>`
    select p.subject_id, p.state, p.step, p.round, p.arrived_on, p.due_on, said.spoken, said.yes, said.no
    from procedures p cross join lateral (
      select coalesce(array_agg(v.person_id::text), '{}') as spoken, count(*) filter (where v.outcome = 'passed')::int as yes,
        count(*) filter (where v.outcome = 'returned')::int as no
      from procedure_voices v where v.territory_id = p.territory_id and v.subject_id = p.subject_id and v.round = p.round) said
    where p.territory_id = ${territory.id} and p.case_id = ${caseId}`.execute(tx)
  return rows
}

/** Whom a permission about it is asked of: the site, in the role of whoever decides now. */
export const concernsOf = (procedure: Procedure) => asParty(procedure.at, stepNow(procedure)?.by)

const ofRow = (row: string) => sql`w.territory_id = ${sql.ref(`${row}.territory_id`)} and w.subject_id = ${sql.ref(`${row}.id`)}`
/** Where the procedure of a row of a query stands: its state and step; null of what was never sent. */
export const stateOfWay = (row: string) => sql<ProcedureState | null>`(select w.state from procedures w where ${ofRow(row)})`
export const stepOfWay = (row: string) => sql<number | null>`(select w.step from procedures w where ${ofRow(row)})`
/** The subjects of this kind whose procedure is passed, as rows `subject_id`: looked up by an index of these. */
export const passedOf = ({ territory }: Pick<Ctx, 'territory'>, kind: ProcedureKind) =>
  sql`(select w.subject_id from procedures w where w.territory_id = ${territory.id} and w.kind = ${kind} and w.state = 'passed')`
/** With what remark a row was sent back last. */
export const lastRemarkOf = (row: string) =>
  sql<
    string | null
  >`(select w.remark from procedure_voices w where ${ofRow(row)} and w.outcome = 'returned' order by w.at desc limit 1)`

/** What was said of a subject, in words. */
export type SaidVoice = {
  readonly subjectId: string
  readonly round: number
  readonly step: number
  readonly outcome: Decision
  readonly remark: string | null
  readonly on: Day
  /** By the name of that day; null: nobody answered in time. */
  readonly person: string | null
  /** The same as under a signature: «Н. А. Снигур». */
  readonly signature: string | null
  /** What they were on that day. */
  readonly posts: readonly PostShown[]
  /** Of a meeting: «протокол № 3, за 5 из 7». */
  readonly meeting: string | null
}
type Row = Omit<SaidVoice, 'person' | 'signature' | 'meeting'> & {
  readonly familyName: string | null
  readonly givenName: string
  readonly patronymic: string | null
  readonly protocol: string | null
  readonly present: number | null
  readonly inFavour: number | null
}

/** Everything that was said of a case, first to last. Whoever decided stands on the paper by the name of that day. */
export async function voicesOf(tx: Tx, { territory }: Where, caseId: string): Promise<readonly SaidVoice[]> {
  const { rows } = await sql<Row>`
    select v.subject_id, v.round, v.step, v.outcome, v.remark, v.on_day as "on", v.present, v.in_favour, v.protocol, who.family_name, who.given_name, who.patronymic,
      ${postsOn({ territory: sql`v.territory_id`, person: sql`v.person_id`, day: sql`v.on_day` })} as posts
    from procedures p join procedure_voices v on v.territory_id = p.territory_id and v.subject_id = p.subject_id
      left join lateral people_on(v.on_day) who on who.territory_id = v.territory_id and who.id = v.person_id
    where p.territory_id = ${territory.id} and p.case_id = ${caseId} order by v.at`.execute(tx)
  return rows.map(({ familyName, givenName, patronymic, protocol, present, inFavour, ...row }) => {
    const name = familyName === null ? null : { familyName, givenName, patronymic }
    return {
      ...row,
      person: name && withInitials(name),
      signature: name && signatureName(name),
      meeting: protocol === null ? null : `${protocol}, за ${inFavour} из ${present}`,
    }
  })
}
