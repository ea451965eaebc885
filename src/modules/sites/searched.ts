import { mostFound } from '../../db/words.ts'
import type { Searched } from '../../kit/searched.ts'
import { paths } from './paths.ts'
import { sitesAsOf } from './queries.ts'

/** Sites of every state. */
export const searched: Searched = {
  place: 10,
  title: 'Площадки',
  all: (to, q) => paths.sites(to, { q, state: 'all' }),
  async find(tx, ctx, { question, alike, most }) {
    const found = await sitesAsOf(tx, ctx, {
      on: ctx.today,
      state: 'all',
      kind: null,
      q: question,
      near: alike !== null,
      sort: 'name',
    })
    const [rows, total] = await Promise.all([found.page(most, 0), found.count(mostFound + 1)])
    const hits = rows.map(({ id, name, theme }) => ({
      href: paths.site({ territory: ctx.territory.code, site: id }),
      name,
      more: theme,
    }))
    return { hits, total }
  },
}
