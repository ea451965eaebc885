import { expect, type Locator, type Page } from '@playwright/test'

const mostStops = 120

/** Goes on with the Tab key until the wanted place has the focus. */
export async function tabsTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    if (await place.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the Tab key never comes there')
}

/** Comes to a link or a button by the Tab key and presses it. */
export async function presses(page: Page, place: Locator): Promise<void> {
  await tabsTo(page, place)
  await page.keyboard.press('Enter')
}

/** Comes to a field by the Tab key and types into it. */
export async function types(page: Page, field: Locator, text: string): Promise<void> {
  await tabsTo(page, field)
  await page.keyboard.type(text)
}

type Watched = Window & { reached?: Set<string>; unseen?: Set<string> }

/** Whatever can be pressed or filled in on the page has the focus once on the way of the Tab key, and shows that it has it. */
export async function keysReachAll(page: Page): Promise<void> {
  const wanted = await page.evaluate(() => {
    const known = window as Watched
    const [reached, unseen] = [new Set<string>(), new Set<string>()]
    known.reached = reached
    known.unseen = unseen
    const inputs = 'a[href], button, input:not([type="hidden"]), select, textarea, summary'
    const places = [...document.querySelectorAll<HTMLElement>(inputs)].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled') && one.tabIndex >= 0,
    )
    const words = (one: Element) => (one.textContent || one.getAttribute('name') || '').trim().slice(0, 40)
    // Of choices that exclude each other the key comes to one.
    const nameOf = (one: Element) =>
      one.matches('[type="radio"]') ? `radio ${one.getAttribute('name')}` : `${places.indexOf(one as HTMLElement)} ${words(one)}`
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return
      reached.add(nameOf(target))
      const { outlineStyle, boxShadow } = getComputedStyle(target)
      const beside = target.nextElementSibling && getComputedStyle(target.nextElementSibling, '::before').boxShadow
      if (outlineStyle === 'none' && boxShadow === 'none' && (beside ?? 'none') === 'none') unseen.add(nameOf(target))
    })
    return [...new Set(places.map(nameOf))]
  })
  for (let stop = 0; stop < wanted.length + 5; stop++) await page.keyboard.press('Tab')
  const [reached, unseen] = await page.evaluate(() => {
    const { reached: all, unseen: dark } = window as Watched
    return [[...(all ?? [])], [...(dark ?? [])]] as const
  })
  expect([page.url(), wanted.filter((one) => !reached.includes(one))]).toEqual([page.url(), []])
  expect([page.url(), unseen]).toEqual([page.url(), []])
}
