import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { questionOf } from '../../db/words.ts'
import { isId } from '../../kernel/ids.ts'
import { mostFoundToChoose, mostToChoose } from '../../kernel/lists.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import type { OrganisationKind } from '../../regulation/dictionary.ts'
import { organisationNamed } from './name-queries.ts'
import { organisationChoices } from './queries.ts'

/** Organisations for a field of a form, `only` of these ids and kinds: all while they are few, else what is typed there finds, with the one chosen already. */
export async function organisationsToChoose(
  tx: Tx,
  ctx: Pick<Ctx, 'territory'>,
  { typed, chosen, only = null, kinds = null }: ToChoose,
) {
  const allowed = sql<boolean>`(${only}::uuid[] is null or g.id = any(${only}::uuid[])) and (${kinds}::text[] is null or g.kind = any(${kinds}::text[]))`
  const asked = async (where: RawBuilder<boolean>, most: number, place = sql`g.settlement`) => {
    const { rows } = await sql<Chosen>`select g.id as value, concat_ws(', ', g.short_name, ${place}) as label
      from organisations g where g.territory_id = ${ctx.territory.id} and ${allowed} and ${where}
      order by g.short_name collate "ru-kn", g.id limit ${most}`.execute(tx)
    return rows
  }
  const all = await asked(sql`true`, mostToChoose + 1, sql`null`)
  if (all.length <= mostToChoose) return { choices: all, typed: null, isCut: false }
  const question = questionOf(typed)
  const found = question === '' ? [] : await asked(organisationNamed(question), mostFoundToChoose + 1)
  const shown = found.slice(0, mostFoundToChoose)
  const own = !isId(chosen) || shown.some(({ value }) => value === chosen) ? [] : await asked(sql`g.id = ${chosen}`, 1)
  return { choices: [...own, ...shown], typed, isCut: found.length > shown.length }
}

type Chosen = { readonly value: string; readonly label: string }
type ToChoose = {
  readonly typed: string
  readonly chosen: string
  readonly only?: readonly OrganisationId[] | null
  readonly kinds?: readonly OrganisationKind[] | null
}

/** Organisations for a condition of a list (`oneNamed`): of very many only those asked for, and the name is typed. */
export async function organisationsOfList({ ctx, tx }: AtTerritory, typed: readonly string[]): Promise<Chosen[]> {
  const [all, own] = await Promise.all([
    organisationChoices(tx, ctx, null, mostToChoose + 1),
    organisationChoices(tx, ctx, typed.filter(isId)),
  ])
  return (all.length > mostToChoose ? own : all).map(({ id, name }) => ({ value: id, label: name }))
}
