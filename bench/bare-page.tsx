import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { modules } from '../src/app/modules.ts'
import type { Ctx } from '../src/authz/ctx.ts'
import { createDb, createPool } from '../src/db/pool.ts'
import { read } from '../src/db/transact.ts'
import { install } from '../src/kit/install.ts'
import { listOrders, type OrderLine } from '../src/modules/orders/queries.ts'
import { territoryByCode } from '../src/web/territories.ts'
import { officeOf } from './fill/country.ts'

/**
 * The list of orders as one would write it without the product: the same router, renderer, packing, driver and question, and a table. No session, no
 * address, no policy, no layout, nothing that waits on anybody. Started by `beside-bare.ts`.
 */
install(modules)
const db = createDb(createPool(JSON.parse(process.env.BARE_POOL ?? '{}')))
const territory = (await territoryByCode(db, process.env.BARE_TERRITORY ?? ''))!
const nobody = officeOf(territory)
const ctx: Ctx = { ...nobody, actor: { ...nobody.actor, roles: ['official'] } }

const Page = ({ lines, total }: { lines: readonly OrderLine[]; total: number }) => (
  <html lang="ru">
    <body>
      <h1>Приказы: {total}</h1>
      <table>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <a href={`/orders/${line.id}`}>{line.title}</a> {line.issuerName}
            </td>
            <td>
              № {line.numberText} от {line.signedOn}
            </td>
            <td>{line.state}</td>
            <td>
              {line.points} {line.allAssignments - line.openAssignments} {line.allAssignments}
            </td>
          </tr>
        ))}
      </table>
    </body>
  </html>
)

const app = new Hono().get('/', async (c) => {
  const [total, lines] = await read(db, ctx.scope, (tx) => {
    const found = listOrders(tx, ctx, { state: null, year: null })
    return Promise.all([found.count(10_001), found.page(50, 0)])
  })
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Content-Encoding', 'gzip')
  return c.body(gzipSync(renderToString(<Page lines={lines} total={total} />), { level: 4 }))
})
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
