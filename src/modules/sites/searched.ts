import type { Searched } from '../../kit/searched.ts'
import { paths } from './paths.ts'
import { sitesAsOf } from './queries.ts'

/** Sites of every state. */
export const searched: Searched = {
  place: 10,
  title: 'Площадки',
  all: (to, q) => paths.sites(to, { q, state: 'all' }),
  async find(tx, ctx, words, most) {
    const found = await sitesAsOf(tx, ctx, { on: ctx.today, state: 'all', kind: null, q: words.join(' '), sort: 'name' })
    const hits = (await found.page(most, 0)).map(({ id, name, theme }) => ({
      href: paths.site({ territory: ctx.territory.code, site: id }),
      name,
      more: theme,
    }))
    return { hits, total: await found.count() }
  },
}
