import { z } from 'zod'
import { groups } from '../../history/facts.ts'
import type { AppointmentKind } from '../../regulation/kinds.ts'
import { label } from '../../regulation/questions.ts'
import { asked, oneOf, pageOf } from '../../web/address.ts'
import { paths } from '../../web/paths.ts'
import { get, type Route } from '../../web/route.ts'
import { regulationInForce } from '../regulation/queries.ts'
import { kindsFor } from './groups.ts'
import { historyPage } from './queries.ts'
import { HistoryPage } from './views/history-page.tsx'

export const routes: Route[] = [
  get(paths.history, {
    permits: 'history.view',
    query: z.object({ group: asked, page: asked }),
    page: async ({ ctx, tx, query }) => {
      const [group, page] = [oneOf(groups, query.group), pageOf(query.page)]
      const { rows, total } = await historyPage(tx, ctx, { kinds: kindsFor(ctx, group), page })
      const stored = await regulationInForce(tx, ctx)
      const word = (kind: string) => stored && label(stored.regulation, kind as AppointmentKind)
      return { title: 'История', body: <HistoryPage ctx={ctx} rows={rows} total={total} group={group} page={page} word={word} /> }
    },
  }),
]
