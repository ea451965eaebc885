import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { type Question, questionOf } from '../../db/words.ts'
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
  const groupsBy = async (alike: readonly string[] | null): Promise<Group[]> => {
    const found = kinds.map(async ({ title, all, find }) => ({
      title,
      all: all ? all(at, text) : paths.search(at, { q: text, kind: title }),
      ...(await find(tx, ctx, { question, alike, most })),
    }))
    return (await Promise.all(found)).filter(({ hits }) => hits.length > 0)
  }
  const groups = await groupsBy(null)
  return groups.length > 0 ? groups : groupsBy(await wordsAlike(tx, ctx, question))
}

/** The words of the territory that are most alike to those of a question, looked up once for every kind; a word that nothing has where none is. */
async function wordsAlike(tx: Tx, ctx: Ctx, question: Question): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`select distinct known.word from regexp_split_to_table(${question}::text, ' ') asked
    join search_words known on known.territory_id = ${ctx.territory.id} and similarity(known.word, asked) >= 0.4
    where not search_is_exact(${question}::text) and asked !~ '[0-9]' and length(asked) between 4 and 60`.execute(tx)
  return rows.length > 0 ? rows.map(({ word }) => word) : ['']
}
