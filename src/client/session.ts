/**
 * Warns before a session ends and lets it go on. The page carries the moment; before warning, the server is asked, since another window may have
 * been used meanwhile. Without the script the page itself says until when.
 */
const warnBefore = 150_000
let timer: ReturnType<typeof setTimeout> | undefined
let watched = ''

type End = { endsAt: string; goesOn: boolean } | null

const bar = document.createElement('div')
bar.className = 'pl-session-warning'
bar.setAttribute('role', 'alert')

const line = () => document.querySelector<HTMLElement>('[data-session-ends]')
const inMinutes = (end: number) => {
  const minutes = Math.max(1, Math.floor((end - Date.now()) / 60_000))
  return minutes === 1 ? 'через минуту' : `через ${minutes} минуты`
}

async function ask(method: 'GET' | 'POST'): Promise<End> {
  const address = line()?.dataset.session
  if (address === undefined) return null
  const response = await fetch(address, { method })
  return response.ok ? ((await response.json()) as End) : null
}

/** Sets the clock anew whenever the page brings another moment. */
function watchSession(): void {
  const ends = line()?.dataset.sessionEnds ?? ''
  if (ends === watched) return
  watched = ends
  clearTimeout(timer)
  bar.remove()
  if (ends !== '') timer = setTimeout(() => void come(), Date.parse(ends) - warnBefore - Date.now())
}

async function come(): Promise<void> {
  const end = await ask('GET').catch(() => undefined)
  if (end === undefined) return
  if (end && Date.parse(end.endsAt) - Date.now() > warnBefore + 1000) return move(end)
  warn(end)
}

function move({ endsAt }: NonNullable<End>): void {
  line()?.setAttribute('data-session-ends', endsAt)
  watchSession()
}

function warn(end: End): void {
  if (!end || Date.parse(end.endsAt) <= Date.now()) {
    tell('Вход закончен. Отправьте форму: мы попросим войти и покажем её с вашим текстом.', false)
    return
  }
  const at = Date.parse(end.endsAt)
  if (end.goesOn) tell(`Вход закончится ${inMinutes(at)}: на страницах давно ничего не происходило. Набранное не пропадёт.`, true)
  else
    tell(`Вход закончится ${inMinutes(at)}: прошло двенадцать часов. После нового входа форма откроется с вашим текстом.`, false)
  timer = setTimeout(() => void come(), at - Date.now() + 500)
}

function tell(text: string, goesOn: boolean): void {
  const said = document.createElement('p')
  said.textContent = text
  bar.replaceChildren(said)
  if (goesOn) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'govuk-button pl-button--small'
    button.textContent = 'Продолжить'
    button.addEventListener('click', () => void goOn())
    bar.append(button)
  }
  if (!bar.isConnected) document.body.append(bar)
}

async function goOn(): Promise<void> {
  clearTimeout(timer)
  const end = await ask('POST').catch(() => undefined)
  if (end) {
    bar.remove()
    move(end)
  } else if (end === null) warn(null)
}

document.addEventListener('pl:page', watchSession)
watchSession()

export {}
