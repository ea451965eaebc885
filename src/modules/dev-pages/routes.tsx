import { publicGet, type Route } from '../../web/route.ts'
import { ComponentsPage } from './components-page.tsx'
import { paths } from './paths.ts'

/** Mounted only in development and demonstration. */
export const devRoutes: Route[] = [
  publicGet(paths.components, { page: async () => ({ title: 'Части страниц', body: <ComponentsPage /> }) }),
]
