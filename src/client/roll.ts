/**
 * A roll-call on a telephone without a network. Every mark is kept in the telephone; the list that was sent waits there until the network is back
 * and goes then, once: a lost answer is asked for again with the same key, which the server takes for the same act. The page itself is kept by
 * `roll-worker`. Without this script the list is an ordinary form.
 */
const store = 'pl-roll'
const retryAfter = 20_000

/** What a telephone holds of one list. `key` is of the sending whose answer is not known. */
type Kept = { owner: string; title: string; marks: string; sent: boolean; key?: string }

const place = `${store}:`
const owner = () => document.documentElement.getAttribute('data-frame') ?? ''
const listOf = (page: ParentNode) => page.querySelector<HTMLFormElement>('main form[data-worker]')

function kept(address: string): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(place + address) ?? 'null') as Kept | null
    return found?.owner === owner() ? found : null
  } catch {
    return null
  }
}

/** False where the telephone keeps nothing: then the form is sent the ordinary way. */
function keep(address: string, what: Kept | null): boolean {
  try {
    if (what) localStorage.setItem(place + address, JSON.stringify(what))
    else localStorage.removeItem(place + address)
    return true
  } catch {
    return false
  }
}

/** What is written in the list: who is shown, who was and who is marked. The key of the page is not part of it. */
function marksOf(form: HTMLFormElement): string {
  const pairs = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string' && !name.startsWith('_')) pairs.append(name, value)
  })
  return pairs.toString()
}

const boxesOf = (form: HTMLFormElement) => Array.from(form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))

/** Puts what was pressed here into the page: of everybody else the page, which others may have marked since, is right. */
function restore(form: HTMLFormElement, marks: string): void {
  const pairs = new URLSearchParams(marks)
  const [was, marked] = [pairs.getAll('was[]'), pairs.getAll('present[]')]
  for (const box of boxesOf(form)) {
    const isMarked = marked.indexOf(box.value) >= 0
    if (isMarked !== was.indexOf(box.value) >= 0) box.checked = isMarked
  }
  const reason = form.querySelector<HTMLInputElement>('input[name="reason"]')
  if (reason) reason.value = pairs.get('reason') ?? ''
}

function count(form: HTMLFormElement): number {
  const boxes = boxesOf(form)
  const marked = boxes.filter(({ checked }) => checked).length
  const shown = form.querySelector('[data-roll-count]')
  if (shown) shown.textContent = `${marked} из ${boxes.length}`
  return marked
}

function say(form: HTMLFormElement, title: string, text: string, link?: { href: string; text: string }): void {
  const notice = document.createElement('div')
  notice.className = 'pl-notice pl-notice--wait'
  const [head, line] = [document.createElement('p'), document.createElement('p')]
  head.className = 'pl-notice__title'
  head.textContent = title
  line.textContent = text
  const body = document.createElement('div')
  body.append(head, line)
  if (link) {
    const anchor = document.createElement('a')
    anchor.className = 'govuk-link'
    anchor.href = link.href
    anchor.textContent = link.text
    body.append(anchor)
  }
  notice.append(body)
  form.querySelector('[data-roll-said]')?.replaceChildren(...(title === '' ? [] : [notice]))
}

const words = (marked: number) =>
  marked === 0
    ? 'В этом телефоне список без отметок. Отправится сам, когда появится связь.'
    : `Отметок в этом телефоне: ${marked}. Отправятся сами, когда появится связь.`

/** The page in the telephone is renewed, so that without a network it opens as it is now. */
async function keepPage(address: string): Promise<void> {
  if (!('caches' in window)) return
  const cache = await caches.open(store)
  const assets = Array.from(document.querySelectorAll<HTMLElement>('link[href], script[src]'), (one) =>
    String(one.getAttribute('href') ?? one.getAttribute('src')),
  )
  const wanted = [address, ...assets.filter((one) => one.startsWith('/assets/'))]
  await Promise.all(
    wanted.map(async (one) => {
      const answer = await fetch(one)
      if (answer.ok && !answer.redirected) await cache.put(one, answer)
    }),
  )
}

let sending = false
let again: ReturnType<typeof setTimeout> | undefined

/** Sends the list that waits. Whatever the server says is shown; without a network it waits on. */
async function send(address: string): Promise<void> {
  const list = kept(address)
  if (!list?.sent || sending) return
  sending = true
  clearTimeout(again)
  try {
    await sendNow(address, list)
  } catch {
    const form = listOf(document)
    if (form && location.pathname === address) say(form, 'Связи нет, отмечайте как обычно', words(count(form)))
    again = setTimeout(() => void send(address), retryAfter)
  } finally {
    sending = false
  }
}

async function sendNow(address: string, list: Kept): Promise<void> {
  let { key } = list
  if (key === undefined) {
    const fresh = await pageOf(await fetch(address, { cache: 'no-store' }))
    if (fresh === null) return
    const form = listOf(fresh)
    key = form?.querySelector<HTMLInputElement>('input[name="_key"]')?.value
    if (!form || key === undefined) return answer(address, { ...list, sent: false }, fresh, address)
    keep(address, { ...list, key })
  }
  const body = new URLSearchParams(list.marks)
  body.append('_key', key)
  const response = await fetch(address, { method: 'POST', body })
  const page = await pageOf(response)
  if (page === null) return
  // Marked while the list was on its way: that is another list, with a key of its own.
  const now = kept(address)
  if (now && now.marks !== list.marks) {
    keep(address, { owner: now.owner, title: now.title, marks: now.marks, sent: now.sent })
    if (now.sent) again = setTimeout(() => void send(address), 0)
    return
  }
  const taken = response.ok && response.redirected
  answer(address, taken ? null : { owner: list.owner, title: list.title, marks: list.marks, sent: false }, page, response.url)
  if (taken) void keepPage(address).catch(() => undefined)
}

/** A page of ours; null when one must sign in first, which is said. An answer that is no page of ours is no answer. */
async function pageOf(response: Response): Promise<Document | null> {
  if (response.status >= 500) throw new Error('later')
  if (response.redirected && new URL(response.url).pathname === '/sign-in') {
    const form = listOf(document)
    const href = `/sign-in?next=${encodeURIComponent(location.pathname)}`
    if (form) say(form, 'Вход закончен, отметки целы', 'Войдите: список отправится сам.', { href, text: 'Войти' })
    return null
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (!page.querySelector('main')) throw new Error('not a page')
  return page
}

/** Shows what came of it in place of the list, if that is still looked at. */
function answer(address: string, left: Kept | null, page: Document, url: string): void {
  keep(address, left)
  if (location.pathname !== address) return
  document.title = page.title
  document.querySelector('main')?.replaceWith(page.querySelector('main')!)
  const to = new URL(url, location.href)
  if (to.pathname !== address) history.pushState(null, '', to.pathname + to.search)
  document.dispatchEvent(new Event('pl:page'))
  document.querySelector<HTMLElement>('.govuk-error-summary, .pl-notice, h1')?.scrollIntoView({ block: 'nearest' })
}

/** Begins with a list that has just been shown. */
function begin(): void {
  const form = listOf(document)
  const address = location.pathname
  if (!form || form.getAttribute('action') !== address) return
  const before = kept(address)
  if (before) restore(form, before.marks)
  count(form)
  form.addEventListener('input', () => {
    keep(address, { owner: owner(), title: document.title, marks: marksOf(form), sent: kept(address)?.sent ?? false })
    count(form)
  })
  form.addEventListener('submit', (event) => {
    if (!keep(address, { owner: owner(), title: document.title, marks: marksOf(form), sent: true })) return
    event.preventDefault()
    event.stopPropagation()
    void send(address)
  })
  const worker = form.getAttribute('data-worker')
  if (worker && 'serviceWorker' in navigator) {
    void navigator.serviceWorker
      .register(worker, { scope: address })
      .then(() => keepPage(address))
      .catch(() => undefined)
  }
  sayOffline()
  void send(address)
}

/** Nothing is lost by the network going away: that is said before anybody wonders. */
function sayOffline(): void {
  const form = listOf(document)
  if (form && !navigator.onLine) say(form, 'Связи нет, отмечайте как обычно', words(count(form)))
}

addEventListener('offline', sayOffline)
addEventListener('online', () => {
  const form = listOf(document)
  if (form) say(form, '', '')
  void send(location.pathname)
})
document.addEventListener('pl:page', begin)
begin()

export {}
