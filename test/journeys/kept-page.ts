import { expect, type Page } from '@playwright/test'

/** Waits until a telephone holds this page with its scripts, and the worker answers for it: from then on the network may go. */
export const isKept = (tab: Page): Promise<void> =>
  expect
    .poll(() =>
      tab.evaluate(async () => {
        const cache = await caches.open('pl-roll')
        const scripts = Array.from(document.querySelectorAll('script[src]'), (one) => one.getAttribute('src') ?? '')
        const kept = await Promise.all([location.pathname, ...scripts].map((one) => cache.match(one)))
        return navigator.serviceWorker.controller?.state === 'activated' && scripts.length === 2 && kept.every((one) => one)
      }),
    )
    .toBe(true)
