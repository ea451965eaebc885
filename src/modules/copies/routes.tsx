import { lastCopies } from '../../backup/queries.ts'
import { get, type Route } from '../../web/route.ts'
import { paths } from './paths.ts'
import { CopiesPage } from './views/copies-page.tsx'

const shown = 30

export const routes: Route[] = [
  get(paths.copies, {
    permits: 'copy.view',
    page: async ({ ctx, tx }) => ({
      title: 'Резервные копии',
      body: <CopiesPage ctx={ctx} copies={await lastCopies(tx, shown)} />,
    }),
  }),
]
