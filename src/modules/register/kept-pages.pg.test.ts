import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aNetwork, aSite, type Network } from '../../../test/factories/sites.ts'
import { anOrganisation, aTerritory, inScope } from '../../../test/factory.ts'
import { moveDemoDay } from '../../db/territories.ts'
import type { SiteId } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'
import { refreshRegisterEntries } from '../sites/commands/refresh-register.ts'

const base = ownDatabase()
const [one, another] = [1, 2].map(() => aClient(base, { systemNow: () => new Date('2022-04-16T09:00:00Z') })) as [
  ReturnType<typeof aClient>,
  ReturnType<typeof aClient>,
]
let network: Network
let site: SiteId

beforeAll(async () => {
  network = await aNetwork(base.db, await aTerritory(base.db, '2022-04-16', { code: 'lug', shortName: 'Лужский район' }))
  site = await aSite(base.db, network, {
    organisationIds: [await anOrganisation(base.db, network.territory, { shortName: 'Школа № 3' })],
  })
  await tellAnew()
})

const tellAnew = () => inScope(base.db, network.territory.id, (tx) => refreshRegisterEntries(tx, network.ctx, [site]))
const rename = async (theme: string) => {
  await inScope(base.db, network.territory.id, (tx) => tx.updateTable('sites').set({ theme }).where('id', '=', site).execute())
  await tellAnew()
}
async function ask(address: string, headers: Record<string, string> = {}, client = one) {
  const answer = await client.app.request(address, { headers })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const text = (answer.headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes).toString()
  return { status: answer.status, text, mark: answer.headers.get('etag') ?? '', headers: answer.headers, size: bytes.length }
}
const statementsOf = async (work: () => Promise<unknown>) => {
  let asked = 0
  const count = () => void asked++
  base.appPool.on('acquire', count)
  await work()
  base.appPool.off('acquire', count)
  return asked
}

describe.each([
  ['the register', () => '/'],
  ['a site', () => paths.publicSite({ territory: 'lug', site })],
  ['a table', () => '/register.csv?state=all'],
  ['data for programs', () => '/register.json?state=all'],
])('%s', (_, address) => {
  test('is told to be the same until an order changes it, by every process alike', async () => {
    const first = await ask(address())
    expect([first.status, first.mark.slice(0, 3)]).toEqual([200, 'W/"'])
    expect((await ask(address(), {}, another)).mark).toBe(first.mark)
    for (const client of [one, another]) {
      const same = await ask(address(), { 'If-None-Match': `"else", ${first.mark}` }, client)
      expect([same.status, same.size, same.mark]).toEqual([304, 0, first.mark])
    }
    await rename(`Тема для ${address()}`)
    for (const client of [one, another]) {
      const changed = await ask(address(), { 'If-None-Match': first.mark }, client)
      expect([changed.status, changed.mark === first.mark]).toEqual([200, false])
      expect(changed.text).toContain('Тема для')
    }
  })

  test('is packed or not as the browser asks', async () => {
    const plain = await ask(address())
    expect(plain.headers.get('content-encoding')).toBeNull()
    const packed = await ask(address(), { 'Accept-Encoding': 'gzip' })
    expect([packed.headers.get('content-encoding'), packed.text, packed.mark]).toEqual(['gzip', plain.text, plain.mark])
    expect(packed.headers.get('content-type')).toBe(plain.headers.get('content-type'))
  })
})

test('who asks for what was made already takes one connection for one question', async () => {
  await ask('/?state=all')
  expect(await statementsOf(() => ask('/?state=all'))).toBe(1)
})

test('a workbook is kept as it is', async () => {
  const [first, second] = [await ask('/register.xlsx'), await ask('/register.xlsx', { 'Accept-Encoding': 'gzip' })]
  expect([second.headers.get('content-encoding'), second.mark, second.size]).toEqual([null, first.mark, first.size])
  expect(second.headers.get('content-disposition')).toBe('attachment; filename="register.xlsx"')
})

test('another day of a territory is another register', async () => {
  const before = await ask('/register.json')
  await inScope(base.db, network.territory.id, (tx) => moveDemoDay(tx, network.territory.id, '2022-04-17'))
  const after = await ask('/register.json', { 'If-None-Match': before.mark })
  expect([after.status, after.text.includes('"stateOn":"2022-04-17"')]).toEqual([200, true])
})

test('whoever has a cookie is answered anew: the page may be another for them', async () => {
  const seen = await ask('/', { Cookie: 'vision=1' })
  expect([seen.status, seen.mark]).toEqual([200, ''])
})

test('an address that does not exist is not kept', async () => {
  const { status, mark } = await ask(
    paths.publicSite({ territory: 'lug', site: '00000000-0000-4000-8000-000000000000' as SiteId }),
  )
  expect([status, mark]).toEqual([404, ''])
})

test('however many ask for a table at once, it is made once', async () => {
  await rename('Тема, которой ещё не было')
  const connections = await statementsOf(async () => {
    const asked = Array.from({ length: 8 }, () => ask('/register.csv?state=all', { 'Accept-Encoding': 'gzip' }))
    expect(new Set((await Promise.all(asked)).map(({ mark }) => mark)).size).toBe(1)
  })
  expect(connections).toBe(8 + 1)
})
