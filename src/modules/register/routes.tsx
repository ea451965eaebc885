import { registerStamp } from '../../db/territories.ts'
import { encoded, savedAs } from '../../kit/list/kept-bytes.ts'
import type { Rows } from '../../kit/list/rows.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { publicPapers } from '../certificates/queries.ts'
import { siteHasPublicEvents } from '../events/queries.ts'
import { siteStateOn } from '../sites/rules.ts'
import { publicRegister } from './list.tsx'
import { paths } from './paths.ts'
import { publicActivities, publicSite, type RegisterLine } from './queries.ts'
import { OpenDataPage } from './views/open-data-page.tsx'
import { PublicSitePage } from './views/public-site-page.tsx'

/** A line of the register for a program; the fields are described on the page of open data. */
const registerRecord = (line: RegisterLine) => ({
  id: line.siteId,
  name: line.name,
  fullName: line.organisationName,
  kinds: line.kinds,
  settlements: line.settlements,
  territory: { code: line.territoryCode, name: line.territoryName },
  theme: line.theme,
  direction: line.direction,
  state: siteStateOn(line, line.day),
  stateOn: line.day,
  from: line.from,
  to: line.to,
  suspensions: line.suspensions,
  order: {
    kind: line.orderKind,
    number: line.orderNumber,
    date: line.orderSignedOn,
    point: line.orderPoint,
    page: line.orderPublished ? paths.publicOrder({ territory: line.territoryCode, order: line.orderId }) : null,
  },
  head: line.headName,
  page: paths.publicSite({ territory: line.territoryCode, site: line.siteId }),
})

/** All found lines for a program: one object with the list `sites`. */
async function* jsonText({ batches }: Rows<RegisterLine>): AsyncGenerator<string> {
  let count = 0
  yield '{"sites":['
  for await (const lines of batches()) {
    const text = lines.map((line) => JSON.stringify(registerRecord(line))).join(',\n')
    yield count > 0 ? `,\n${text}` : text
    count += lines.length
  }
  yield `],"count":${count}}\n`
}

const registerJson = (rows: Rows<RegisterLine>): Promise<Response> =>
  savedAs(encoded(jsonText(rows)), { 'Content-Type': 'application/json; charset=utf-8' })

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
      const [activities, papers, hasEvents] = await Promise.all([
        publicActivities(tx, site.siteId, site.day),
        publicPapers(tx, site.siteId),
        siteHasPublicEvents(tx, site.siteId),
      ])
      return { title: site.name, section: 'register', body: <PublicSitePage {...{ site, activities, papers, hasEvents }} /> }
    },
  }),
  publicGet(paths.openData, {
    page: async () => ({ title: 'Открытые данные', section: 'openData', body: <OpenDataPage /> }),
  }),
]
