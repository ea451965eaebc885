/** Reminds on every other page of a roll-call or an answer that waits in this telephone; who signs out leaves no page of names behind. */
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

document.addEventListener(
  'submit',
  (event) => {
    const leaving = event.target instanceof HTMLFormElement && event.target.getAttribute('action') === '/sign-out'
    if (leaving && 'caches' in window) void caches.delete('pl-roll')
  },
  true,
)
document.addEventListener('pl:page', remind)
remind()

export {}
