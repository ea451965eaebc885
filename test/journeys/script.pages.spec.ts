import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { assetFolder, assetUrl } from '../../src/ui/assets.ts'

/** The client script alone, over a small server whose every answer the test decides. */
type Sent = { method: string; url: string; body: string }
let server: Server
let origin: string
let sent: Sent[]
let answers: { status: number; type?: string; body?: string; location?: string; delay?: number; drop?: boolean }[]

const page = (main: string, more: { title?: string; frame?: string; badge?: number } = {}) =>
  `<!doctype html><html lang="ru" data-frame="${more.frame ?? 'a'}"><head><title>${more.title ?? 'Страница'}</title>
  <script type="module" src="${assetUrl('enhance.js')}"></script></head><body><div data-live="header"><b id="badge">${more.badge ?? 1}</b></div>
  <p id="outside">вне формы</p><main>${main}</main></body></html>`
const form = (attributes = '', inside = '') =>
  `<h1>Форма</h1><form action="/save" method="post" ${attributes}><input name="name" value="Школа">${inside}
  <button name="then" value="draft">Черновик</button><button name="then" value="send" formaction="/send">Отправить</button></form>`

test.beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (request.url!.startsWith('/assets/')) {
      response.setHeader('content-type', 'text/javascript')
      return response.end(readFileSync(path.join(assetFolder, path.basename(request.url!))))
    }
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.url === '/favicon.ico') return response.writeHead(404).end()
    sent.push({ method: request.method!, url: request.url!, body })
    const answer = answers.shift() ?? { status: 200, body: page('<h1>Готово</h1>') }
    if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay))
    if (answer.drop) return request.socket.destroy()
    response.writeHead(answer.status, {
      'content-type': answer.type ?? 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self'",
      ...(answer.location && { location: answer.location }),
    })
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => server.close())

async function open(browserPage: Page, main: string): Promise<void> {
  sent = []
  answers = [{ status: 200, body: page(main) }]
  await browserPage.goto(`${origin}/start`)
  await browserPage.evaluate(() => {
    ;(window as unknown as { stayed: boolean }).stayed = true
  })
  sent = []
}
const stayed = (browserPage: Page) => browserPage.evaluate(() => (window as unknown as { stayed?: boolean }).stayed === true)

test('a form is sent with the pressed button; the redirect is followed without loading the page anew', async ({ page: tab }) => {
  await open(tab, form())
  answers = [
    { status: 303, location: '/done' },
    {
      status: 200,
      body: page('<div class="pl-notice" role="status">Сохранено</div><h1>Готово</h1>', { title: 'Готово', badge: 2 }),
    },
  ]
  await tab.click('text=Отправить')
  await expect(tab.locator('h1')).toHaveText('Готово')
  expect(sent[0]).toEqual({ method: 'POST', url: '/send', body: 'name=%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0&then=send' })
  expect(await stayed(tab)).toBe(true)
  expect(tab.url()).toBe(`${origin}/done`)
  await expect(tab).toHaveTitle('Готово')
  await expect(tab.locator('#badge')).toHaveText('2')
  await expect(tab.locator('.pl-notice')).toBeFocused()
  answers = [{ status: 200, body: page(form()) }]
  await tab.goBack()
  await expect(tab.locator('h1')).toHaveText('Форма')
})

test('an answer with errors keeps the address and leads to the summary', async ({ page: tab }) => {
  await open(tab, form())
  answers = [
    {
      status: 422,
      body: page('<div class="govuk-error-summary" tabindex="-1">Не сохранено</div><h1>Форма</h1>', { title: 'Ошибка: Форма' }),
    },
  ]
  await tab.click('text=Черновик')
  await expect(tab.locator('.govuk-error-summary')).toBeFocused()
  expect(tab.url()).toBe(`${origin}/start`)
  await expect(tab).toHaveTitle('Ошибка: Форма')
})

test('a second press while the first is under way sends nothing', async ({ page: tab }) => {
  await open(tab, form())
  answers = [{ status: 200, body: page('<h1>Готово</h1>'), delay: 500 }]
  await tab.evaluate(() => {
    const button = document.querySelector('button')!
    button.click()
    button.click()
  })
  await expect(tab.locator('h1')).toHaveText('Готово')
  expect(sent).toHaveLength(1)
})

test('a search form becomes an address', async ({ page: tab }) => {
  await open(
    tab,
    '<h1>Реестр</h1><form action="/list#results" method="get"><input name="q" value="школа 3"><button>Показать</button></form>',
  )
  answers = [{ status: 200, body: page('<h1>Найдено</h1>') }]
  await tab.click('text=Показать')
  await expect(tab.locator('h1')).toHaveText('Найдено')
  expect(new URL(tab.url()).searchParams.get('q')).toBe('школа 3')
  expect(await stayed(tab)).toBe(true)
})

test('when the network fails the form goes the ordinary way, with its button', async ({ page: tab }) => {
  await open(tab, form())
  answers = [
    { status: 200, drop: true },
    { status: 200, drop: true },
    { status: 200, body: page('<h1>Дошло</h1>') },
  ]
  await tab.click('text=Отправить').catch(() => {})
  await expect.poll(() => sent.length).toBeGreaterThan(1)
  expect(new Set(sent.map(({ url, body }) => `${url} ${body}`))).toEqual(
    new Set(['/send name=%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0&then=send']),
  )
})

test('another frame, another page: it is loaded whole', async ({ page: tab }) => {
  await open(tab, form())
  answers = [
    { status: 303, location: '/other' },
    { status: 200, body: page('<h1>Чужая</h1>', { frame: 'b' }) },
    { status: 200, body: page('<h1>Чужая</h1>', { frame: 'b' }) },
  ]
  await tab.click('text=Черновик')
  await expect(tab.locator('h1')).toHaveText('Чужая')
  await expect.poll(() => stayed(tab)).toBe(false)
})

test('typed text is guarded until it is sent', async ({ page: tab }) => {
  await open(tab, form('data-guard'))
  const asked: string[] = []
  tab.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await tab.fill('input', 'Другая школа')
  await tab.goto(`${origin}/away`)
  expect(asked).toEqual(['beforeunload'])
})

const drafting = (key: string, version: number) =>
  form(
    'data-autosave="/draft"',
    `<input type="hidden" name="_key" value="${key}"><input type="hidden" name="_version" value="${version}"><span data-autosave-state></span>`,
  )

test('a draft is kept quietly; the next one is sent with the new key and version', async ({ page: tab }) => {
  await open(tab, drafting('one', 1))
  answers = [
    { status: 303, location: '/draft' },
    { status: 200, body: page(drafting('two', 2)) },
    { status: 303, location: '/draft' },
    { status: 200, body: page(drafting('three', 3)) },
  ]
  await tab.fill('input[name=name]', 'new')
  await expect(tab.locator('[data-autosave-state]')).toHaveText(/^Сохранено в \d\d:\d\d$/)
  await tab.fill('input[name=name]', 'newer')
  await expect.poll(() => sent.length).toBe(4)
  expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['POST', '/draft', 'name=new&_key=one&_version=1&_stay=yes'],
    ['GET', '/draft', ''],
    ['POST', '/draft', 'name=newer&_key=two&_version=2&_stay=yes'],
    ['GET', '/draft', ''],
  ])
})

test('a draft that somebody else has changed is kept by hand from there on', async ({ page: tab }) => {
  await tab.clock.install()
  await open(tab, drafting('one', 1))
  answers = [{ status: 409, body: page(drafting('two', 2)) }]
  await tab.fill('input[name=name]', 'new')
  await tab.clock.runFor(60_000)
  await expect(tab.locator('[data-autosave-state]')).toContainText('изменили в другом месте')
  await tab.fill('input[name=name]', 'newer')
  await tab.clock.runFor(60_000)
  await tab.evaluate(() => fetch('/asked-last'))
  expect(sent.map(({ url }) => url)).toEqual(['/draft', '/asked-last'])
  await expect(tab.locator('input[name=_version]')).toHaveValue('1')
})

test('a menu closes on Escape and on a press outside', async ({ page: tab }) => {
  await open(tab, '<h1>Меню</h1><details class="pl-pop"><summary>Разделы</summary><a href="/x">Дела</a></details>')
  const menu = tab.locator('details')
  await tab.click('summary')
  await tab.keyboard.press('Escape')
  await expect(menu).not.toHaveAttribute('open')
  await expect(tab.locator('summary')).toBeFocused()
  await tab.click('summary')
  await tab.click('#outside')
  await expect(menu).not.toHaveAttribute('open')
})
