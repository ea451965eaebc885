import { z } from 'zod'
import { searched } from '../../kit/install.ts'
import { asked } from '../../web/address.ts'
import { get, type Route } from '../../web/route.ts'
import { paths } from './paths.ts'
import { searchTerritory } from './queries.ts'
import { SearchPage } from './views/search-page.tsx'

export const routes: Route[] = [
  get(paths.search, {
    permits: 'search.use',
    query: z.object({ q: asked, kind: asked }),
    page: async ({ ctx, tx, query }) => {
      const text = query.q ?? ''
      const kinds = searched().map(({ title }) => title)
      const found = text === '' ? null : await searchTerritory(tx, ctx, text, kinds.find((kind) => kind === query.kind) ?? null)
      return {
        title: text === '' ? 'Поиск' : `Поиск: ${text}`,
        body: <SearchPage ctx={ctx} text={text} kinds={kinds} found={found} />,
      }
    },
  }),
]
