/** Reminds on every other page of a roll-call or an answer that waits in this telephone; who signs out leaves no page of names behind and no draft of an answer. */
const lists = 'pl-roll:'

const bar = document.createElement('div')
bar.className = 'pl-session-warning'
bar.setAttribute('role', 'status')

function remind(): void {
  bar.remove()
  const found = waiting()
  if (found === null) return
  const { address, isAnswer } = found
  const said = document.createElement('p')
  said.textContent = isAnswer ? 'Ваш ответ на задание ещё в этом телефоне.' : 'Отметки о пришедших ещё в этом телефоне.'
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = address
  link.textContent = isAnswer ? 'Открыть и отправить' : 'Открыть список и отправить'
  bar.replaceChildren(said, link)
  document.body.append(bar)
}

function waiting(): { readonly address: string; readonly isAnswer: boolean } | null {
  try {
    const found = Object.keys(localStorage).filter((name) => name.startsWith(lists))
    for (const name of found) {
      const list = JSON.parse(localStorage.getItem(name) ?? 'null') as { owner?: string; sent?: boolean; to?: string } | null
      const own = list?.sent && list.owner === document.documentElement.getAttribute('data-frame')
      if (own && name !== lists + location.pathname) return { address: name.slice(lists.length), isAnswer: list.to !== undefined }
    }
  } catch {
    // A telephone that keeps nothing has nothing waiting.
  }
  return null
}

/** The person of a frame, whichever territory it is of. */
const nameIn = (frame = '') => frame.split('|')[1]

/** Answers of whoever signs out that were never sent go with their pictures; what was pressed to be sent waits on. */
function dropDrafts(): void {
  try {
    const isDraft = (name: string) => {
      const list = JSON.parse(localStorage.getItem(name) ?? 'null') as { owner?: string; sent?: boolean; to?: string } | null
      return list?.to !== undefined && !list.sent && nameIn(list.owner) === nameIn(document.documentElement.dataset.frame)
    }
    const found = Object.keys(localStorage).filter((name) => name.startsWith(lists) && isDraft(name))
    for (const name of found) localStorage.removeItem(name)
    if (found.length > 0) dropPictures(found.map((name) => name.slice(lists.length)))
  } catch {
    // A telephone that keeps nothing has no drafts.
  }
}

/** Pictures are kept as `roll.ts` keeps them. */
function dropPictures(addresses: readonly string[]): void {
  const opened = indexedDB.open('pl-roll', 1)
  opened.onupgradeneeded = () => opened.result.createObjectStore('files')
  opened.onsuccess = () => {
    const files = opened.result.transaction('files', 'readwrite').objectStore('files')
    for (const address of addresses) files.delete(address)
    opened.result.close()
  }
}

document.addEventListener(
  'submit',
  (event) => {
    const leaving = event.target instanceof HTMLFormElement && event.target.getAttribute('action') === '/sign-out'
    if (!leaving) return
    if ('caches' in window) void caches.delete('pl-roll')
    dropDrafts()
  },
  true,
)
document.addEventListener('pl:page', remind)
remind()

export {}
