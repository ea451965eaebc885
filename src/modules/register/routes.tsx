import { dayAsked } from '../../web/address.ts'
import { paths } from '../../web/paths.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { registerCsv, registerJson } from './exports.ts'
import { registerAddress, registerQuery } from './forms.ts'
import { keepChoices } from './kept-choices.ts'
import { publicActivities, publicSite, registerChoices, registerPage } from './queries.ts'
import { OpenDataPage } from './views/open-data-page.tsx'
import { PublicSitePage } from './views/public-site-page.tsx'
import { RegisterPage } from './views/register-page.tsx'

const keptChoices = keepChoices()

export const routes: Route[] = [
  publicGet(paths.register, {
    query: registerAddress,
    page: async ({ tx, visitor, query: address }) => {
      const query = registerQuery(address, visitor.now)
      const { lines, total } = await registerPage(tx, query)
      const choices = await keptChoices(visitor.now, () => registerChoices(tx))
      const dateError = dayAsked(address.date, '').problem
      const props = { address, query, lines, total, choices, dateError }
      return { title: 'Реестр стажировочных площадок', section: 'register', body: <RegisterPage {...props} /> }
    },
  }),
  publicGet(paths.registerCsv, {
    query: registerAddress,
    page: ({ tx, visitor, query }) => registerCsv(tx, registerQuery(query, visitor.now)),
  }),
  publicGet(paths.registerJson, {
    query: registerAddress,
    page: ({ tx, visitor, query }) => registerJson(tx, registerQuery(query, visitor.now)),
  }),
  publicGet(paths.publicSite, {
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
