/** Answers for one page, a roll-call or an answer to a try-out, when there is no network: with it and its assets as the telephone has kept them. */
type Fetched = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Begun = Event & { waitUntil(work: Promise<unknown>): void }
type Worker = { skipWaiting(): Promise<void>; readonly clients: { claim(): Promise<void> } }

const worker = self as unknown as Worker
const store = 'pl-roll'

addEventListener('install', () => void worker.skipWaiting())
addEventListener('activate', (event) => (event as Begun).waitUntil(worker.clients.claim()))
addEventListener('fetch', (event) => {
  const { request } = event as Fetched
  const asset = new URL(request.url).pathname.startsWith('/assets/')
  if (request.method !== 'GET' || (request.mode !== 'navigate' && !asset)) return
  ;(event as Fetched).respondWith(asset ? keptFirst(request) : keptLast(request))
})

/** Assets never change under their names. */
const keptFirst = async (request: Request): Promise<Response> => (await keptOf(request)) ?? fetch(request)

async function keptLast(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await keptOf(request)
    if (kept) return kept
    throw error
  }
}

/** The page is kept under its own address: the code of a printed row (`…/list?mark=2`) opens it too. */
const keptOf = async (request: Request) =>
  (await caches.open(store)).match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' })

export {}
