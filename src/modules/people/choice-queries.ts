import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { mostFoundToChoose, mostToChoose } from '../../kernel/lists.ts'
import { fullName } from '../../kernel/names.ts'
import type { PersonId } from '../../kernel/types.ts'
import { type PersonLine, peopleAsOf, personById } from './queries.ts'

const choice = ({ id, posts, ...name }: PersonLine) => ({
  value: id,
  label: [fullName(name), posts[0]?.organisation].filter(Boolean).join(', '),
})

/** People for a field of a form: all who work while they are few, else those found by what is typed there, with the one chosen already. */
export async function peopleToChoose(tx: Tx, ctx: Ctx, { typed, chosen }: { readonly typed: string; readonly chosen: string }) {
  const found = (q: string | null, most: number) =>
    peopleAsOf(tx, ctx, { on: ctx.today, q, organisation: null, post: null, category: null }).page(most + 1, 0)
  const all = await found(null, mostToChoose)
  const working = (people: readonly PersonLine[]) => people.filter(({ posts }) => posts.length > 0).map(choice)
  if (all.length <= mostToChoose) return { choices: working(all), typed: null, isCut: false }
  const rows = typed === '' ? [] : await found(typed, mostFoundToChoose)
  const shown = working(rows.slice(0, mostFoundToChoose))
  const own = isId(chosen) && !shown.some(({ value }) => value === chosen) ? await chosenOne(tx, ctx, chosen) : []
  return { choices: [...own, ...shown], typed, isCut: rows.length > mostFoundToChoose }
}

async function chosenOne(tx: Tx, ctx: Ctx, chosen: string) {
  const id = asId<PersonId>(chosen)
  const person = id === null ? null : await personById(tx, ctx, id)
  return person ? [{ value: person.id, label: fullName(person) }] : []
}
