/**
 * A form on a telephone without a network: a roll-call, or an answer with its pictures. What is filled in is kept in the telephone; what was sent
 * waits there until the network is back and goes then, once: a lost answer is asked for again with the same key, which the server takes for the
 * same act. The page itself is kept by `roll-worker`. Without this script it is an ordinary form.
 */
const store = 'pl-roll'
const retryAfter = 20_000

/** What a telephone holds of one form. `key` is of the sending whose answer is not known; `to`: of an answer, where it is sent; `files`: the name of its pictures; `chosen`: which they are. */
type Kept = {
  owner: string
  title: string
  marks: string
  sent: boolean
  key?: string
  to?: string
  files?: string
  chosen?: string
}

const place = `${store}:`
const owner = () => document.documentElement.getAttribute('data-frame') ?? ''
const listOf = (page: ParentNode) => page.querySelector<HTMLFormElement>('main form[data-worker]')
/** Where the form stands, and where it is sent. */
const pageOfForm = (form: HTMLFormElement) => form.getAttribute('data-page') ?? form.getAttribute('action') ?? ''
const isAnswer = (form: HTMLFormElement) => form.hasAttribute('data-page')

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

/** Pictures do not fit where marks are kept: they have a store of their own, under the same address. */
function pictures<Result>(how: IDBTransactionMode, ask: (of: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  return new Promise((done, fail) => {
    const opened = indexedDB.open(store, 1)
    opened.onupgradeneeded = () => opened.result.createObjectStore('files')
    opened.onerror = () => fail(opened.error)
    opened.onsuccess = () => {
      const asked = ask(opened.result.transaction('files', how).objectStore('files'))
      asked.onsuccess = () => {
        opened.result.close()
        done(asked.result)
      }
      asked.onerror = () => fail(asked.error)
    }
  })
}
const fileFieldOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[type="file"]')
const chosenIn = (form: HTMLFormElement): File[] => Array.from(fileFieldOf(form)?.files ?? [])
/** Which pictures are chosen, to tell them from others. */
const namesOf = (files: readonly File[]) => files.map(({ name, size }) => `${name} ${size}`).join('/')
/** More than this a telephone is not asked to keep: such files go while there is a network. */
const mostKept = 40_000_000
/** What each form has chosen, on its way into the telephone or out of it. */
const keeping = new WeakMap<HTMLFormElement, Promise<unknown>>()

function keepFiles(address: string, form: HTMLFormElement): void {
  const files = chosenIn(form)
  const small = files.reduce((sum, { size }) => sum + size, 0) <= mostKept
  keeping.set(
    form,
    small && files.length > 0
      ? pictures('readwrite', (of) => of.put(files, address))
      : pictures('readwrite', (of) => of.delete(address)),
  )
}
const dropFiles = (address: string) => pictures('readwrite', (of) => of.delete(address)).catch(() => undefined)
const filesOf = async (address: string): Promise<File[]> => (await pictures('readonly', (of) => of.get(address))) ?? []

/** Puts the pictures that wait back into the field, so that they are seen and may be changed. */
async function restoreFiles(address: string, form: HTMLFormElement): Promise<void> {
  const field = fileFieldOf(form)
  const files = field ? await filesOf(address) : []
  if (!field || files.length === 0 || chosenIn(form).length > 0) return
  const carried = new DataTransfer()
  for (const file of files) carried.items.add(file)
  field.files = carried.files
}

const boxesOf = (form: HTMLFormElement) => Array.from(form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))

/** Puts what was pressed here into the page: of everybody else the page, which others may have marked since, is right. */
function restore(form: HTMLFormElement, marks: string): void {
  const pairs = new URLSearchParams(marks)
  if (isAnswer(form)) {
    restoreAnswer(form, pairs)
    return
  }
  const [was, marked] = [pairs.getAll('was[]'), pairs.getAll('present[]')]
  for (const box of boxesOf(form)) {
    const isMarked = marked.indexOf(box.value) >= 0
    if (isMarked !== was.indexOf(box.value) >= 0) box.checked = isMarked
  }
  const reason = form.querySelector<HTMLInputElement>('input[name="reason"]')
  if (reason) reason.value = pairs.get('reason') ?? ''
}

function restoreAnswer(form: HTMLFormElement, pairs: URLSearchParams): void {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type="hidden"], [type="file"])',
  )
  const isChoice = (field: HTMLInputElement | HTMLTextAreaElement): field is HTMLInputElement =>
    field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
  const all = Array.from(fields)
  // Filled in before this script had come: that is newer than the draft.
  const newer = all.filter((field) =>
    isChoice(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue,
  )
  for (const field of all) {
    const was = pairs.getAll(field.name)
    if (newer.some(({ name }) => name === field.name)) continue
    if (isChoice(field)) field.checked = was.indexOf(field.value) >= 0
    else if (was[0] !== undefined) field.value = was[0]
  }
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

const offline = (form: HTMLFormElement) => (isAnswer(form) ? 'Связи нет, ответ не потеряется' : 'Связи нет, отмечайте как обычно')
const words = (form: HTMLFormElement) =>
  isAnswer(form)
    ? kept(pageOfForm(form))?.sent
      ? 'Ваш ответ в этом телефоне. Отправится сам, когда появится связь.'
      : 'Пишите и прикладывайте снимки как обычно: когда нажмёте кнопку, ответ подождёт связи в этом телефоне.'
    : wordsOfRoll(count(form))
const wordsOfRoll = (marked: number) =>
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
  if (!kept(address)?.sent || sending) return
  sending = true
  clearTimeout(again)
  try {
    await sendNow(address)
  } catch {
    const form = listOf(document)
    if (form && location.pathname === address) say(form, offline(form), words(form))
    again = setTimeout(() => void send(address), retryAfter)
  } finally {
    sending = false
  }
}

const notHeld = 'Текст цел. Проверьте, что снимки приложены, и нажмите кнопку ещё раз, когда есть связь.'

/** What is posted: the fields as they were filled in, with the pictures where it may have some. */
function bodyOf(list: Kept, files: readonly File[], key: string): FormData | URLSearchParams {
  const pairs = new URLSearchParams(list.marks)
  pairs.append('_key', key)
  if (list.to === undefined) return pairs
  const body = new FormData()
  pairs.forEach((value, name) => {
    body.append(name, value)
  })
  for (const file of files) body.append(list.files ?? 'files', file)
  return body
}

async function sendNow(address: string): Promise<void> {
  const files = kept(address)?.files === undefined ? [] : await filesOf(address)
  const list = kept(address)
  if (!list?.sent) return
  if (list.chosen !== undefined && list.chosen !== namesOf(files)) {
    // No answer goes without the pictures that were chosen for it.
    keep(address, { ...list, sent: false })
    const form = listOf(document)
    if (form && location.pathname === address) say(form, 'Ответ не отправлен: этих снимков в телефоне нет', notHeld)
    return
  }
  let { key } = list
  if (key === undefined) {
    const fresh = await pageOf(await fetch(address, { cache: 'no-store' }))
    if (fresh === null) return
    const form = listOf(fresh)
    key = form?.querySelector<HTMLInputElement>('input[name="_key"]')?.value
    if (!form || key === undefined) return answer(address, { ...list, sent: false }, fresh, address)
    keep(address, { ...list, key })
  }
  const response = await fetch(list.to ?? address, { method: 'POST', body: bodyOf(list, files, key) })
  const page = await pageOf(response)
  if (page === null) return
  // Marked while the list was on its way: that is another list, with a key of its own.
  const now = kept(address)
  if (now && (now.marks !== list.marks || now.chosen !== list.chosen)) {
    const { key: _known, ...other } = now
    keep(address, other)
    const form = listOf(document)
    const isShown = form !== null && location.pathname === address
    if (now.sent) again = setTimeout(() => void (isShown ? sendWhole(address, form) : send(address)), 0)
    return
  }
  const taken = response.ok && response.redirected
  const { key: _known, ...left } = list
  if (taken) void dropFiles(address)
  answer(address, taken ? null : { ...left, sent: false }, page, taken ? response.url : address)
  if (taken) void keepPage(address).catch(() => undefined)
}

/** A page of ours; null when one must sign in first, which is said. An answer that is no page of ours is no answer. */
async function pageOf(response: Response): Promise<Document | null> {
  if (response.status >= 500) throw new Error('later')
  if (response.redirected && new URL(response.url).pathname === '/sign-in') {
    const form = listOf(document)
    const href = `/sign-in?next=${encodeURIComponent(location.pathname)}`
    if (form) {
      const [title, text] = isAnswer(form)
        ? ['Вход закончен, ответ цел', 'Войдите: ответ отправится сам.']
        : ['Вход закончен, отметки целы', 'Войдите: список отправится сам.']
      say(form, title, text, { href, text: 'Войти' })
    }
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
  document.dispatchEvent(new CustomEvent('pl:shown', { detail: to.pathname !== address }))
}

const begun = new WeakSet<HTMLFormElement>()

/** What the telephone is to hold of a form as it is filled in now. */
function asKept(form: HTMLFormElement, sent: boolean): Kept {
  const files = fileFieldOf(form)?.name
  const own = files !== undefined && { files, chosen: namesOf(chosenIn(form)) }
  const answers = isAnswer(form) && { to: form.getAttribute('action') ?? '', ...own }
  return { owner: owner(), title: document.title, marks: marksOf(form), sent, ...answers }
}

/** Begins with a form that has just been shown. */
function begin(): void {
  const form = listOf(document)
  const address = location.pathname
  if (!form || begun.has(form) || pageOfForm(form) !== address) return
  begun.add(form)
  const before = kept(address)
  if (before) restore(form, before.marks)
  // Chosen before this script had come: these, and not those of a draft.
  if (chosenIn(form).length > 0) {
    keepFiles(address, form)
    keep(address, asKept(form, before?.sent ?? false))
  } else if (before?.files !== undefined)
    keeping.set(
      form,
      restoreFiles(address, form).catch(() => undefined),
    )
  count(form)
  /** Pictures under this address that are of nobody's, or of somebody else's, answer. */
  const isOfOthers = () => fileFieldOf(form) !== null && kept(address) === null
  form.addEventListener('input', (event) => {
    if (event.target === fileFieldOf(form) || isOfOthers()) keepFiles(address, form)
    keep(address, asKept(form, kept(address)?.sent ?? false))
    count(form)
  })
  form.addEventListener('submit', (event) => {
    if (isOfOthers()) keepFiles(address, form)
    if (!keep(address, asKept(form, true))) return
    event.preventDefault()
    event.stopPropagation()
    void sendWhole(address, form)
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

/** Sends what is whole in the telephone; pictures it cannot hold go with the form itself, the ordinary way, and only with a network. */
async function sendWhole(address: string, form: HTMLFormElement): Promise<void> {
  try {
    await keeping.get(form)
    const before = kept(address)
    // It has gone meanwhile.
    if (!before) return
    // Pictures of the draft have come back into the field only now.
    const now = asKept(form, true)
    if (before.chosen !== now.chosen) keep(address, now)
    const held = isAnswer(form) ? await filesOf(address) : []
    if (namesOf(held) === namesOf(chosenIn(form))) return await send(address)
  } catch {
    // A telephone without a store of files.
  }
  if (!navigator.onLine) {
    keep(address, asKept(form, false))
    return say(form, 'Ответ не отправлен: без связи телефон не удержит столько снимков', tooMuch)
  }
  keep(address, null)
  form.submit()
}
const tooMuch =
  'Текст цел. Не закрывайте страницу и нажмите кнопку ещё раз, когда появится связь, или приложите снимков меньше чем на 40 МБ: они подождут сами.'

/** Nothing is lost by the network going away: that is said before anybody wonders. */
function sayOffline(): void {
  const form = listOf(document)
  if (form && !navigator.onLine) say(form, offline(form), words(form))
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
