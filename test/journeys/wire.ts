import type { CDPSession, Locator, Page } from '@playwright/test'

/** What one act of a person costs on a telephone: presses, and what comes over the wire. */
export type Cost = {
  /** Presses on the page of the act, the last one sends it. */
  readonly taps: number
  /** The heaviest answer of the product with its headers, compressed as sent: the page of the act, and the page after it. */
  readonly heaviest: number
  /** All such answers together. */
  readonly answers: number
  /** Style, scripts and fonts, which a telephone keeps: those that came in this act. */
  readonly assets: number
  /** From opening the page of the act to the answer, at the speed of `slow`. */
  readonly seconds: number
}

/** A poor mobile network: 400 kbit/s each way, a fifth of a second there and back. */
const slow = { offline: false, latency: 200, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/** Presses and counts it. */
export type Tap = (what: Locator) => Promise<void>

/** Does an act on the page at an address and says what it cost. `act` presses through `tap` and waits for the answer; typing and choosing a file are no presses, the field that opens them is. */
export async function costOf(page: Page, address: string, act: (tap: Tap) => Promise<void>): Promise<Cost> {
  const wire = await page.context().newCDPSession(page)
  const sizes = await listen(wire)
  let taps = 0
  await wire.send('Network.emulateNetworkConditions', slow)
  const began = Date.now()
  await page.goto(address)
  await act(async (what) => {
    taps += 1
    await what.click()
  })
  await page.waitForLoadState()
  const seconds = (Date.now() - began) / 1000
  await wire.send('Network.emulateNetworkConditions', { ...slow, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  await wire.detach()
  const { answers, assets } = sizes()
  return { taps, heaviest: Math.max(...answers), answers: sum(answers), assets: sum(assets), seconds }
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)

/** Bytes of every answer as the network gave them: headers and body, compressed. */
async function listen(wire: CDPSession) {
  await wire.send('Network.enable')
  const urls = new Map<string, string>()
  const sizes: { readonly isAsset: boolean; readonly size: number }[] = []
  const isAsset = (url: string) => new URL(url).pathname.startsWith('/assets/')
  wire.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    // An answer that only leads on has the id of the request that it led to.
    if (redirectResponse) sizes.push({ isAsset: false, size: redirectResponse.encodedDataLength })
    urls.set(requestId, request.url)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId)
    if (url?.startsWith('http')) sizes.push({ isAsset: isAsset(url), size: encodedDataLength })
  })
  return () => ({
    answers: sizes.filter(({ isAsset }) => !isAsset).map(({ size }) => size),
    assets: sizes.filter(({ isAsset }) => isAsset).map(({ size }) => size),
  })
}
