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
/** What comes is answered only after this. */
let held: Promise<void> | null

const frame = (main: string) =>
  `<!doctype html><html lang="ru" data-frame="page|Матвеев|lenobl"><head><title>Проба</title>
  <script type="module" src="${assetUrl('enhance.js')}"></script></head><body><main>${main}</main></body></html>`
const form = (said = '') =>
  frame(`<h1>Проба</h1>${said}<form method="post" action="${action}" enctype="multipart/form-data" data-page="${page}"
  data-script="${assetUrl('roll.js')}" data-worker="${assetUrl('roll-worker.js')}"><div data-roll-said role="status"></div>
  <input type="hidden" name="_key" value="k${++key}"><label for="p">Снимки</label><input type="file" id="p" name="pictures" multiple>
  <label><input type="radio" name="children" value="no">Детей нет</label><label for="w">Что вышло</label><textarea id="w" name="words"></textarea>
  <button>Сдать</button></form>`)
const out = '<form method="post" action="/sign-out"><button>Выйти</button></form>'

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
    if (request.url === '/sign-out') return response.end(frame('<h1>Вы вышли</h1>'))
    if (request.method !== 'POST') return response.end(request.url === page ? form() : frame(`<h1>Готово</h1>${out}`))
    taken.push(await bodyOf(request))
    await held
    if (!takes)
      return response.writeHead(422).end(form('<div class="govuk-error-summary">Ответьте, есть ли на снимках дети</div>'))
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
  ;[port, key, taken, takes, held] = [0, 0, [], true, null]
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

test('what the server does not take is shown with its reason, from which one goes on; words and picture stay', async ({
  page: tab,
}) => {
  takes = false
  await opens(tab)
  await fills(tab)
  await sends(tab)
  await expect(tab.getByText('Ответьте, есть ли на снимках дети')).toBeFocused()
  await expect(tab.getByLabel('Что вышло')).toHaveValue('Пары сработали. Времени не хватило.')
  await expect.poll(() => chosen(tab)).toBe('urok.jpg')
  takes = true
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(2)
})

/** The script of the form alone comes late. */
async function opensWithoutScript(tab: Page): Promise<() => void> {
  let comes = () => {}
  const late = new Promise<void>((resolve) => {
    comes = resolve
  })
  // Assets come from the telephone here: they are forgotten, and the worker with them.
  await tab.evaluate(async () => {
    await caches.delete('pl-roll')
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
  })
  await tab.goto('about:blank')
  await tab.route(`**${assetUrl('roll.js')}`, async (route) => {
    await late
    await route.continue()
  })
  await tab.goto(`http://localhost:${port}${page}`, { waitUntil: 'domcontentloaded' })
  return comes
}

test('what is filled in before the script has come is sent, not the picture of an old draft', async ({ page: tab }) => {
  await opens(tab)
  await fills(tab)
  const comes = await opensWithoutScript(tab)
  await tab.getByLabel('Снимки').setInputFiles({ ...photo('другой'), name: 'doska.jpg' })
  await tab.getByLabel('Что вышло').fill('Написано позже')
  comes()
  await expect(tab.getByLabel('Детей нет')).toBeChecked()
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(1)
  for (const part of ['filename="doska.jpg"', 'другой', 'Написано позже']) expect(taken[0]).toContain(part)
  expect(taken[0]).not.toContain('urok.jpg')
})

test('a picture exchanged while the answer is under way is sent too', async ({ page: tab }) => {
  await opens(tab)
  await fills(tab)
  let lets = () => {}
  held = new Promise<void>((resolve) => {
    lets = resolve
  })
  await sends(tab)
  await expect.poll(() => taken.length).toBe(1)
  await tab.getByLabel('Снимки').setInputFiles({ ...photo('другой'), name: 'doska.jpg' })
  lets()
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(2)
  expect(taken[1]).toContain('filename="doska.jpg"')
})

test('more pictures than a telephone holds wait for the network with the page open: the words are kept, and it is said', async ({
  page: tab,
  context,
}) => {
  await opens(tab)
  await fills(tab)
  await tab.getByLabel('Снимки').setInputFiles({ ...photo(), name: 'film.jpg', buffer: Buffer.alloc(40_000_001) })
  await context.setOffline(true)
  await sends(tab)
  await expect(tab.getByText('без связи телефон не удержит столько снимков')).toBeVisible()
  await expect(tab.getByLabel('Что вышло')).toHaveValue('Пары сработали. Времени не хватило.')
  expect(await tab.evaluate(() => Object.values(localStorage).join())).toContain('"sent":false')
  expect(taken).toEqual([])
  await context.setOffline(false)
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(1)
  expect(taken[0]).toContain('filename="film.jpg"')
})

test('pressed to be sent, then with more pictures than the telephone holds, an answer does not go without them', async ({
  page: tab,
}) => {
  await opens(tab)
  await fills(tab)
  await silent()
  await sends(tab)
  await expect(tab.getByText('Связи нет, ответ не потеряется')).toBeVisible()
  await tab.getByLabel('Снимки').setInputFiles({ ...photo(), name: 'film.jpg', buffer: Buffer.alloc(40_000_001) })
  await expect.poll(() => heldPictures(tab)).toBe(0)
  await listen()
  await backOnline(tab)
  await expect(tab.getByText('этих снимков в телефоне нет')).toBeVisible()
  expect(taken).toEqual([])
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(taken).toHaveLength(1)
  expect(taken[0]).toContain('filename="film.jpg"')
})

const heldPictures = (tab: Page) =>
  tab.evaluate(
    () =>
      new Promise<number>((done) => {
        const opened = indexedDB.open('pl-roll', 1)
        opened.onsuccess = () => {
          const asked = opened.result.transaction('files').objectStore('files').count()
          asked.onsuccess = () => {
            opened.result.close()
            done(asked.result)
          }
        }
      }),
  )
const signsOut = (tab: Page) => tab.getByRole('button', { name: 'Выйти' }).click()

test('a draft and its picture go with whoever signs out', async ({ page: tab }) => {
  await opens(tab)
  await fills(tab)
  await expect.poll(() => heldPictures(tab)).toBe(1)
  await tab.goto(`http://localhost:${port}/elsewhere`)
  await signsOut(tab)
  await expect.poll(() => heldPictures(tab)).toBe(0)
  expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('an answer that was pressed to be sent waits on after the sign-out', async ({ page: tab }) => {
  await opens(tab)
  await fills(tab)
  await silent()
  await sends(tab)
  await expect(tab.getByText('Связи нет, ответ не потеряется')).toBeVisible()
  await listen()
  await tab.goto(`http://localhost:${port}/elsewhere`)
  await signsOut(tab)
  await expect(tab.getByRole('heading', { name: 'Вы вышли' })).toBeVisible()
  expect(await heldPictures(tab)).toBe(1)
  expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([`pl-roll:${page}`])
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
