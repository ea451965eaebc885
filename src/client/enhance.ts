/**
 * Makes the pages smoother and is never needed: sends forms without reloading the page, warns before typed text is lost, keeps a
 * draft, closes menus. Whenever anything goes wrong the form is sent the ordinary way.
 */
const busy = new WeakSet<HTMLFormElement>()
let dirty = false
let shown = location.pathname + location.search

const speaker = document.createElement('div')
speaker.setAttribute('role', 'status')
speaker.className = 'govuk-visually-hidden'
document.body.append(speaker)

type Submitter = HTMLButtonElement | HTMLInputElement

/** What the form would send. `FormData` with a submitter is too new for the oldest browsers we serve, so its name is added by hand. */
function contentOf(form: HTMLFormElement, submitter: Submitter | null): FormData {
  const content = new FormData(form)
  if (submitter?.name) content.append(submitter.name, submitter.value)
  return content
}

const asText = (content: FormData) => {
  const pairs = new URLSearchParams()
  content.forEach((value, name) => {
    if (typeof value === 'string') pairs.append(name, value)
  })
  return pairs
}

function requestOf(form: HTMLFormElement, submitter: Submitter | null): { url: URL; init: RequestInit } {
  const own = (name: string) => submitter?.getAttribute(`form${name}`) || form.getAttribute(name) || ''
  const url = new URL(own('action') || location.href, location.href)
  const content = contentOf(form, submitter)
  if (own('method').toLowerCase() !== 'post') {
    url.search = asText(content).toString()
    return { url, init: {} }
  }
  return { url, init: { method: 'POST', body: own('enctype') === 'multipart/form-data' ? content : asText(content) } }
}

/** Sends the form as a browser without script would, with the pressed button in it. */
function sendPlainly(form: HTMLFormElement, submitter: Submitter | null): void {
  dirty = false
  if (submitter?.name) {
    const extra = document.createElement('input')
    extra.type = 'hidden'
    extra.name = submitter.name
    extra.value = submitter.value
    form.append(extra)
  }
  const action = submitter?.getAttribute('formaction')
  if (action) form.setAttribute('action', action)
  HTMLFormElement.prototype.submit.call(form)
}

async function send(form: HTMLFormElement, submitter: Submitter | null): Promise<void> {
  // A draft on its way brings another version of the form: wait for it.
  clearTimeout(draft)
  await saving.get(form)
  const { url, init } = requestOf(form, submitter)
  const wait = setTimeout(() => {
    speaker.textContent = 'Отправляем…'
  }, 1000)
  try {
    const response = await fetch(url.href, init)
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html')
    const next = isPage ? new DOMParser().parseFromString(await response.text(), 'text/html') : null
    if (!next?.querySelector('main')) throw new Error('not a page')
    const moved = response.redirected || !init.method
    // An error page knows less than the page it comes to, but it holds what was typed: it is shown, not loaded anew.
    if (!sameFrame(next) && (response.ok || !init.method)) {
      dirty = false
      location.assign(moved ? response.url : location.href)
      return
    }
    show(next, moved ? new URL(response.url) : null, url.hash)
  } catch {
    sendPlainly(form, submitter)
  } finally {
    clearTimeout(wait)
    busy.delete(form)
    form.removeAttribute('data-busy')
  }
}

/** Another person, territory or kind of letters means another frame: then the whole page is loaded. */
function sameFrame(next: Document): boolean {
  const names = ['data-frame', 'data-scheme', 'data-size', 'data-spacing']
  return names.every((name) => next.documentElement.getAttribute(name) === document.documentElement.getAttribute(name))
}

/** Puts the new page in place of the old one; parts of the header with `data-live` change only when they differ. */
function show(next: Document, address: URL | null, hash: string): void {
  document.title = next.title
  for (const part of Array.from(document.querySelectorAll('[data-live]'))) {
    const fresh = next.querySelector(`[data-live="${part.getAttribute('data-live')}"]`)
    if (fresh && fresh.outerHTML !== part.outerHTML) part.replaceWith(fresh)
  }
  const main = next.querySelector('main')!
  document.querySelector('main')?.replaceWith(main)
  if (address && address.pathname + address.search !== shown)
    history.pushState(null, '', address.pathname + address.search + hash)
  shown = location.pathname + location.search
  document.dispatchEvent(new Event('pl:page'))
  dirty = main.querySelector('form[data-guard] .govuk-form-group--error') !== null
  moveFocus(main, address !== null)
  speaker.textContent = document.title
}

function moveFocus(main: Element, moved: boolean): void {
  const place =
    main.querySelector<HTMLElement>('.govuk-error-summary, [data-focus]') ?? main.querySelector<HTMLElement>('.pl-notice, h1')
  if (!place) return
  if (moved && !place.matches('[data-focus]')) scrollTo(0, 0)
  else place.scrollIntoView({ block: 'nearest' })
  if (!place.matches('a, button, input, select, textarea')) place.tabIndex = -1
  place.focus({ preventScroll: true })
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.hasAttribute('target')) return
  if (busy.has(form)) {
    event.preventDefault()
    return
  }
  const submitter = event.submitter as Submitter | null
  if (form.hasAttribute('data-plain')) {
    dirty = false
    return
  }
  event.preventDefault()
  busy.add(form)
  form.setAttribute('data-busy', '')
  void send(form, submitter)
})

addEventListener('popstate', () => {
  if (location.pathname + location.search !== shown) location.reload()
})

addEventListener('beforeunload', (event) => {
  if (!dirty) return
  event.preventDefault()
  event.returnValue = ''
})

let draft: ReturnType<typeof setTimeout> | undefined
const saving = new WeakMap<HTMLFormElement, Promise<void>>()
/** Somebody else has changed the same text: it is kept by hand from here on. */
const stopped = new WeakSet<HTMLFormElement>()

const clock = () => new Date().toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit' })

/**
 * Keeps a draft: posts the form to the address in `data-autosave` with `_stay`, so that the answer leads back to the page of the form, and
 * takes the key and the version for the next time from there. What came of it is said at `data-autosave-state`.
 */
async function saveDraft(form: HTMLFormElement): Promise<void> {
  const address = form.getAttribute('data-autosave')!
  const content = asText(new FormData(form))
  const before = content.toString()
  content.append('_stay', 'yes')
  try {
    const response = await fetch(address, { method: 'POST', body: content })
    if (response.redirected && new URL(response.url).pathname === '/sign-in') {
      stopped.add(form)
      say(
        form,
        'Вход закончен, черновик отложен на сутки. Нажмите кнопку внизу: мы попросим войти и покажем форму с вашим текстом.',
      )
      return
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const fresh = Array.from(page.querySelectorAll('form')).find((one) => one.getAttribute('data-autosave') === address)
    if (response.status === 409) {
      stopped.add(form)
      say(form, 'Не сохранено: этот текст изменили в другом месте. Нажмите кнопку внизу, и мы покажем обе записи.')
    } else if (response.status === 422) say(form, `Пока не сохранено. ${errorIn(page)}`)
    else if (!response.ok || !fresh) say(form, 'Не сохранено. Скопируйте текст и откройте страницу снова.')
    else {
      for (const name of renewed) adopt(form, fresh, name)
      if (!changedSince(form, before)) dirty = false
      say(form, `Сохранено в ${clock()}`)
    }
  } catch {
    say(form, 'Не сохранено: нет связи. Текст остаётся на странице, попробуем ещё раз.')
    keepSoon(form, 10_000)
  }
}

function say(form: HTMLFormElement, text: string): void {
  const state = form.querySelector('[data-autosave-state]')
  if (state) state.textContent = text
}

const errorIn = (page: Document) =>
  page.querySelector('.govuk-error-summary__list li')?.textContent ??
  page.querySelector('.govuk-error-message')?.textContent ??
  ''

function adopt(form: HTMLFormElement, fresh: HTMLFormElement, name: string): void {
  const [own, given] = [form, fresh].map((one) => one.querySelector<HTMLInputElement>(`input[name="${name}"]`))
  if (own && given) own.value = given.value
}

/** What a form carries to be taken once and to notice another's save: a new one comes with every answer. */
const renewed = ['_key', '_version', 'base']

/** Whether more than that is other than it was sent. */
function changedSince(form: HTMLFormElement, before: string): boolean {
  const typed = (pairs: URLSearchParams) => {
    for (const name of renewed) pairs.delete(name)
    return pairs.toString()
  }
  return typed(asText(new FormData(form))) !== typed(new URLSearchParams(before))
}

function keepSoon(form: HTMLFormElement, wait: number): void {
  clearTimeout(draft)
  draft = setTimeout(() => {
    if (!form.isConnected || busy.has(form) || stopped.has(form)) return
    if (saving.has(form)) return keepSoon(form, wait)
    saving.set(
      form,
      saveDraft(form).then(() => {
        saving.delete(form)
      }),
    )
  }, wait)
}

document.addEventListener('input', (event) => {
  const form = event.target instanceof Element && event.target.closest('form')
  if (!form) return
  if (form.hasAttribute('data-guard')) dirty = true
  if (form.hasAttribute('data-autosave')) keepSoon(form, 2000)
})

const openMenus = () => Array.from(document.querySelectorAll<HTMLDetailsElement>('details.pl-pop[open]'))

document.addEventListener('click', (event) => {
  for (const menu of openMenus()) if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  for (const menu of openMenus()) {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
})

/** A file that would be refused when it has come is refused before it goes: from a telephone that would take an hour. */
function refuseLarge(event: Event): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || !field.dataset.most) return
  const group = field.closest('.govuk-form-group')
  group?.querySelector('[data-large]')?.remove()
  const most = Number(field.dataset.most)
  const large = Array.from(field.files ?? []).find(({ size }) => size > most)
  if (!large) return
  field.value = ''
  const said = document.createElement('p')
  said.className = 'govuk-error-message'
  said.dataset.large = ''
  said.setAttribute('role', 'alert')
  const advice = field.dataset.instead ? `. ${field.dataset.instead}` : ''
  said.textContent = `Выберите файл не больше ${Math.floor(most / 1024 / 1024)} МБ: «${large.name}» больше${advice}`
  field.before(said)
}
// Before anybody else hears of the choice.
document.addEventListener('input', refuseLarge, true)

/** A form may bring a script of its own: it is loaded when such a form is first shown. */
function bringScript(): void {
  const source = document.querySelector('main form[data-script]')?.getAttribute('data-script')
  if (!source || document.querySelector(`script[src="${source}"]`)) return
  const script = document.createElement('script')
  script.type = 'module'
  script.src = source
  // Pressed before its script has come, the form waits for it: without a network the page would be lost.
  let pressed: SubmitEvent | null = null
  const wait = (event: SubmitEvent) => {
    if ((event.target as Element).getAttribute('data-script') !== source) return
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed = event
  }
  addEventListener('submit', wait, true)
  script.onload = script.onerror = () => {
    removeEventListener('submit', wait, true)
    if (pressed) (pressed.target as HTMLFormElement).requestSubmit(pressed.submitter)
  }
  document.head.append(script)
}
document.addEventListener('pl:page', bringScript)
// What a script of a form has shown in place of its page is begun where a page shown from here is; `detail`: it has another address.
document.addEventListener('pl:shown', (event) => {
  const main = document.querySelector('main')
  if (main && event instanceof CustomEvent) moveFocus(main, event.detail === true)
})
bringScript()

// A refused form sent without the script comes back as a whole page: there, too, one begins with what to put right.
document.querySelector<HTMLElement>('.govuk-error-summary')?.focus()

export {}
