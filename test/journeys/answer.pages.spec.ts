import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { assetFolder, assetUrl } from '../../src/ui/assets.ts'
import { isKept } from './kept-page.ts'

/** The answer to a try-out alone, over a small server that can fall silent, as a telephone does on the way home. */
const page = '/t/lenobl/tryouts/1'
const action = `${page}/work`
let server: Server
let port: number
/** What came by POST, as it was sent. */
let taken: string[]
let key: number
/** Whether the server takes what comes, or refuses it in words. */
let takes: boolean

const frame = (main: string) =>
  `<!doctype html><html lang="ru" data-frame="page|Матвеев|lenobl"><head><title>Проба</title>
  <script type="module" src="${assetUrl('enhance.js')}"></script></head><body><main>${main}</main></body></html>`
const form = (said = '') =>
  frame(`<h1>Проба</h1>${said}<form method="post" action="${action}" enctype="multipart/form-data" data-page="${page}"
  data-script="${assetUrl('roll.js')}" data-worker="${assetUrl('roll-worker.js')}"><div data-roll-said role="status"></div>
  <input type="hidden" name="_key" value="k${++key}"><label for="p">Снимки</label><input type="file" id="p" name="pictures" multiple>
  <label><input type="radio" name="children" value="no">Детей нет</label><label for="w">Что вышло</label><textarea id="w" name="words"></textarea>
  <button>Сдать</button></form>`)

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

async function listen(): Promise<void> {
  server = createServer(async (request, response) => {
    if (request.url!.startsWith('/assets/')) {
      response.setHeader('content-type', 'text/javascript')
      response.setHeader('service-worker-allowed', '/')
      return response.end(readFileSync(path.join(assetFolder, path.basename(request.url!))))
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (request.method !== 'POST') return response.end(request.url === page ? form() : frame('<h1>Готово</h1>'))
    taken.push(await bodyOf(request))
    if (!takes) return response.writeHead(422).end(form('<p>Ответьте, есть ли на снимках дети</p>'))
    response.writeHead(303, { location: '/done' }).end()
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  port = (server.address() as AddressInfo).port
}
async function silent(): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

test.beforeEach(async () => {
  ;[port, key, taken, takes] = [0, 0, [], true]
  await listen()
})
test.afterEach(silent)

async function opens(tab: Page): Promise<void> {
  await tab.goto(`http://localhost:${port}${page}`)
  await isKept(tab)
}
const photo = (text = 'снимок') => ({ name: 'urok.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(text) })
const fills = async (tab: Page) => {
  await tab.getByLabel('Снимки').setInputFiles(photo())
  await tab.getByLabel('Детей нет').check()
  await tab.getByLabel('Что вышло').fill('Пары сработали. Времени не хватило.')
}
const sends = (tab: Page) => tab.getByRole('button', { name: 'Сдать' }).click()
const backOnline = (tab: Page) => tab.evaluate(() => window.dispatchEvent(new Event('online')))
const chosen = (tab: Page) => tab.getByLabel('Снимки').evaluate((field) => (field as HTMLInputElement).files?.[0]?.name)

test('with the network it goes at once with its picture, and nothing of it stays in the telephone', async ({ page: tab }) => {
  await opens(tab)
  await fills(tab)
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(1)
  for (const part of ['filename="urok.jpg"', 'снимок', 'Пары сработали', 'name="_key"']) expect(taken[0]).toContain(part)
  expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('without the network the words and the picture wait in the telephone, outlive a reload, and go once', async ({
  page: tab,
}) => {
  await opens(tab)
  await silent()
  await tab.reload()
  await fills(tab)
  await sends(tab)
  await expect(tab.getByText('Связи нет, ответ не потеряется')).toBeVisible()
  await tab.reload()
  await expect(tab.getByLabel('Что вышло')).toHaveValue('Пары сработали. Времени не хватило.')
  await expect(tab.getByLabel('Детей нет')).toBeChecked()
  await expect.poll(() => chosen(tab)).toBe('urok.jpg')
  await listen()
  await Promise.all([backOnline(tab), backOnline(tab)])
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(1)
  expect(taken[0]).toContain('filename="urok.jpg"')
})

test('what waits is kept with where it is sent and what its pictures are called', async ({ page: tab }) => {
  await opens(tab)
  await fills(tab)
  await silent()
  await sends(tab)
  await expect(tab.getByText('Связи нет, ответ не потеряется')).toBeVisible()
  const kept = await tab.evaluate(() => JSON.parse(localStorage.getItem(Object.keys(localStorage)[0]!)!))
  expect(kept).toMatchObject({ sent: true, to: action, files: 'pictures' })
  await listen()
})

test('what the server does not take is shown with its reason, and words and picture stay', async ({ page: tab }) => {
  takes = false
  await opens(tab)
  await fills(tab)
  await sends(tab)
  await expect(tab.getByText('Ответьте, есть ли на снимках дети')).toBeVisible()
  await expect(tab.getByLabel('Что вышло')).toHaveValue('Пары сработали. Времени не хватило.')
  await expect.poll(() => chosen(tab)).toBe('urok.jpg')
  takes = true
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(2)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('it is an ordinary form', async ({ page: tab }) => {
    await tab.goto(`http://localhost:${port}${page}`)
    await fills(tab)
    await sends(tab)
    await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
    expect(taken[0]).toContain('filename="urok.jpg"')
  })
})
