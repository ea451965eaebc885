import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { wordsOf } from '../../db/words.ts'
import { searched } from '../../kit/install.ts'
import type { Found } from '../../kit/searched.ts'

/** So many of each kind are shown; the rest is on the page of that kind. */
export const mostShown = 10

export type Group = Found & { readonly title: string; readonly all: string }

/** What the territory has by these words, kind by kind. Null: there is nothing to look for. */
export async function searchTerritory(tx: Tx, ctx: Ctx, text: string): Promise<readonly Group[] | null> {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const groups: Group[] = []
  for (const { title, all, find } of searched())
    groups.push({ title, all: all({ territory: ctx.territory.code }, text), ...(await find(tx, ctx, words, mostShown)) })
  return groups.filter(({ total }) => total > 0)
}
