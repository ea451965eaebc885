import { registerStamp } from '../../db/territories.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { registerJson } from './exports.ts'
import { publicRegister } from './list.tsx'
import { paths } from './paths.ts'
import { publicActivities, publicSite } from './queries.ts'
import { OpenDataPage } from './views/open-data-page.tsx'
import { PublicSitePage } from './views/public-site-page.tsx'

export const routes: Route[] = [
  ...publicRegister.routes,
  publicGet(paths.registerJson, {
    query: publicRegister.query,
    isTable: true,
    stamp: registerStamp,
    page: async ({ query, ...where }) => {
      const rows = await publicRegister.rows(where, query)
      return rows ? registerJson(rows) : notFound
    },
  }),
  publicGet(paths.publicSite, {
    stamp: registerStamp,
    page: async ({ tx, visitor, params }) => {
      const site = await publicSite(tx, params.territory, params.site, visitor.now)
      if (!site) return notFound
      const activities = await publicActivities(tx, site.siteId, site.day)
      return { title: site.name, section: 'register', body: <PublicSitePage site={site} activities={activities} /> }
    },
  }),
  publicGet(paths.openData, {
    page: async () => ({ title: 'Открытые данные', section: 'openData', body: <OpenDataPage /> }),
  }),
]
