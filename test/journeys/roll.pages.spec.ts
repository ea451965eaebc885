import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { assetFolder, assetUrl } from '../../src/ui/assets.ts'
import { isKept } from './kept-page.ts'

/** A roll-call alone, over a small server that can fall silent, as a telephone does in a cellar. */
const list = '/t/luga/events/1/list'
let server: Server
let port: number
/** What came by POST, with the key of each page in it. */
let taken: URLSearchParams[]
let key: number
let loses: boolean
let answers: ((given: URLSearchParams) => { status: number; location?: string; body?: string } | null)[]

const frame = (main: string, owner = 'page|Ветрова|luga') =>
  `<!doctype html><html lang="ru" data-frame="${owner}"><head><title>Кто был</title>
  <script type="module" src="${assetUrl('enhance.js')}"></script></head><body><main>${main}</main></body></html>`
const names = ['Гордеев', 'Дёмин', 'Ежова']
/** `marked`: whom others have marked when the page is given out. */
const page = (said = '', marked: readonly number[] = []) =>
  frame(`<h1>Кто был</h1>${said}<form method="post" action="${list}" data-script="${assetUrl('roll.js')}" data-worker="${assetUrl('roll-worker.js')}">
  <input type="hidden" name="_key" value="k${++key}"><div data-roll-said role="status"></div>
  ${names.map((name, at) => `<input type="hidden" name="shown[]" value="${at}"><input type="checkbox" id="r${at}" name="present[]" value="${at}"${marked.includes(at) ? ' checked' : ''}><label for="r${at}">${name}</label>`).join('')}
  ${marked.map((at) => `<input type="hidden" name="was[]" value="${at}">`).join('')}
  <b data-roll-count>0 из 3</b><button>Сохранить список</button></form>`)

async function listen(): Promise<void> {
  server = createServer(async (request, response) => {
    if (request.url!.startsWith('/assets/')) {
      response.setHeader('content-type', 'text/javascript')
      response.setHeader('service-worker-allowed', '/')
      return response.end(readFileSync(path.join(assetFolder, path.basename(request.url!))))
    }
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.method === 'POST') taken.push(new URLSearchParams(body))
    if (loses) return request.socket.destroy()
    const answer = request.url === list ? answers.shift()?.(new URLSearchParams(body)) : null
    if (loses) return request.socket.destroy()
    const usual =
      request.method === 'POST'
        ? { status: 303, location: '/done' }
        : { status: 200, body: request.url === list ? page() : frame('<h1>Готово</h1>') }
    const { status, location, body: text } = answer ?? usual
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...(location && { location }) })
    response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  port = (server.address() as AddressInfo).port
}
/** The network is gone for everybody, the worker too. */
async function silent(): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

test.beforeEach(async () => {
  ;[port, key, taken, answers, loses] = [0, 0, [], [], false]
  await listen()
})
test.afterEach(silent)

async function opens(tab: Page): Promise<void> {
  await tab.goto(`http://localhost:${port}${list}`)
  await isKept(tab)
}
const marks = (tab: Page, name: string) => tab.getByLabel(name).check()
const sends = (tab: Page) => tab.getByRole('button', { name: 'Сохранить список' }).click()
const backOnline = (tab: Page) => tab.evaluate(() => window.dispatchEvent(new Event('online')))
const present = () => taken.map((one) => one.getAll('present[]').join(''))

test('with the network it is sent at once, and nothing of it stays in the telephone', async ({ page: tab }) => {
  await opens(tab)
  await marks(tab, 'Ежова')
  await expect(tab.getByText('1 из 3')).toBeVisible()
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(tab.url()).toContain('/done')
  expect(present()).toEqual(['2'])
  expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('without the network the page opens, marks and the press are kept, and the list goes once when the network is back', async ({
  page: tab,
}) => {
  await opens(tab)
  await silent()
  await tab.reload()
  await expect(tab.getByRole('heading', { name: 'Кто был' })).toBeVisible()
  await marks(tab, 'Гордеев')
  await marks(tab, 'Дёмин')
  await sends(tab)
  await expect(tab.getByText('Связи нет, отмечайте как обычно')).toBeVisible()
  await expect(tab.getByText('Отметок в этом телефоне: 2')).toBeVisible()
  await tab.reload()
  await expect(tab.getByLabel('Гордеев')).toBeChecked()
  await expect(tab.getByLabel('Ежова')).not.toBeChecked()
  await listen()
  await Promise.all([backOnline(tab), backOnline(tab)])
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(present()).toEqual(['01'])
  expect(taken[0]!.getAll('shown[]')).toEqual(['0', '1', '2'])
})

test('the code of a printed row opens the kept list without the network too', async ({ page: tab }) => {
  await opens(tab)
  await silent()
  await tab.goto(`http://localhost:${port}${list}?mark=2`)
  await expect(tab.getByRole('heading', { name: 'Кто был' })).toBeVisible()
  await expect(tab.getByLabel('Дёмин')).not.toBeChecked()
})

test('a lost answer is asked for again with the same key: the server takes it for the same act', async ({ page: tab }) => {
  await opens(tab)
  await marks(tab, 'Ежова')
  answers = [
    () => ({ status: 200, body: page() }),
    () => {
      loses = true
      return null
    },
  ]
  await sends(tab)
  await expect(tab.getByText('Связи нет')).toBeVisible()
  loses = false
  await backOnline(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  // A browser itself asks again when a connection breaks; all of it is one act.
  expect(new Set(present())).toEqual(new Set(['2']))
  expect(new Set(taken.map((one) => one.get('_key'))).size).toBe(1)
})

test('what the server does not take is shown with its reason, and the marks stay', async ({ page: tab }) => {
  await opens(tab)
  await marks(tab, 'Дёмин')
  answers = [() => ({ status: 200, body: page() }), () => ({ status: 422, body: page('<p>Напишите, почему исправляете</p>') })]
  await sends(tab)
  await expect(tab.getByText('Напишите, почему исправляете')).toBeVisible()
  await expect(tab.getByLabel('Дёмин')).toBeChecked()
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
})

test('marks that were never sent come back over a fresher list as presses alone: what somebody else marked meanwhile stays', async ({
  page: tab,
}) => {
  await opens(tab)
  await marks(tab, 'Гордеев')
  answers = [() => ({ status: 200, body: page('', [2]) })]
  await tab.reload()
  await expect(tab.getByLabel('Гордеев')).toBeChecked()
  await expect(tab.getByLabel('Ежова')).toBeChecked()
  answers = []
  await sends(tab)
  await expect(tab.getByRole('heading', { name: 'Готово' })).toBeVisible()
  expect(present()).toEqual(['02'])
})

test('whose sign-in is over is asked to sign in; another person on the same telephone sees none of it', async ({ page: tab }) => {
  await opens(tab)
  await marks(tab, 'Ежова')
  answers = [() => ({ status: 302, location: '/sign-in' })]
  await sends(tab)
  await expect(tab.getByText('Вход закончен, отметки целы')).toBeVisible()
  expect(taken).toEqual([])
  answers = [() => ({ status: 200, body: page().replace('Ветрова', 'Лаврова') })]
  await tab.reload()
  await expect(tab.getByLabel('Ежова')).not.toBeChecked()
  await tab.goto(`http://localhost:${port}/elsewhere`)
  await expect(tab.getByRole('link', { name: 'Открыть список и отправить' })).toHaveAttribute('href', list)
})
