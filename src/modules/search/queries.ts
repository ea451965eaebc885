import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { questionOf } from '../../db/words.ts'
import { searched } from '../../kit/install.ts'
import type { Found } from '../../kit/searched.ts'
import { paths } from './paths.ts'

/** So many of each kind are shown together, and so many of one kind asked for by itself. */
const mostOfEach = 10
export const mostOfOne = 100

export type Group = Found & { readonly title: string; readonly all: string }

/**
 * What the territory has by these words, kind by kind; `only` asks for one kind. Typing errors are forgiven when no kind has the words themselves.
 * Null: there is nothing to look for.
 */
export async function searchTerritory(
  tx: Tx,
  ctx: Ctx,
  text: string,
  only: string | null = null,
): Promise<readonly Group[] | null> {
  const question = questionOf(text)
  if (question === '') return null
  const at = { territory: ctx.territory.code }
  const kinds = searched().filter(({ title }) => only === null || title === only)
  const most = only === null ? mostOfEach : mostOfOne
  for (const near of [false, true]) {
    const found = await Promise.all(
      kinds.map(async ({ title, all, find }) => ({
        title,
        all: all ? all(at, text) : paths.search(at, { q: text, kind: title }),
        ...(await find(tx, ctx, { question, near, most })),
      })),
    )
    const groups = found.filter(({ hits }) => hits.length > 0)
    if (groups.length > 0) return groups
  }
  return []
}
