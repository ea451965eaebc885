import { expect, type Page, test } from '@playwright/test'
import { enterAs, fitsPhone, noBarriers } from './steps.ts'

/** Walks every link a person can reach and looks at each kind of page once: no dead link, no barrier, no sideways scroll, no English. */
const everyTime = [
  ['Лужский район', 'Наумова'],
  ['Ленинградская область', 'Астафьев'],
  ['Турочакский район', 'Чупина'],
] as const
/** The same kinds of pages under other regulations: in the long checks. */
const sometimes = [
  ['Лужский район', 'Снигур'],
  ['Чебулинский округ', 'Гусева'],
  ['Усть-Ишимский район', 'Исаева'],
] as const
const people = process.env.LONG_TESTS ? [...everyTime, ...sometimes] : everyTime

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g
const kindOf = (url: string) => {
  const { pathname, searchParams } = new URL(url)
  return `${pathname.replaceAll(id, ':id')}?${[...searchParams.keys()].sort().join('&')}`
}
const isFile = (url: string) => /\/(docx|pdf)$|\/calendar$|\.csv|\.xlsx|\.json|\/files\//.test(new URL(url).pathname)
const isOurs = (url: string, base: string) => url.startsWith(base) && !/\/view\?|\/assets\//.test(url)

async function linksOf(page: Page, base: string): Promise<string[]> {
  const all = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href.split('#')[0]!))
  return [...new Set(all)].filter((url) => isOurs(url, base))
}

/** Words of the page itself; addresses, codes and file kinds are not words. */
async function englishWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  const words =
    text.replaceAll(/\S+@\S+|https?:\S+|\/[\w/.-]+|\.\w+|\b[\dA-Z]{4}(?:[-\s][\dA-Z]{4})+\b/g, ' ').match(/\b[A-Za-z]{3,}\b/g) ??
    []
  return [...new Set(words)].filter(
    (word) => !/^(Tab|Shift|Enter|Esc|docx|DOCX|TXT|xlsx|pdf|csv|CSV|json|JSON|PDF|UTF|API|III|VII|VIII|ISO)$/.test(word),
  )
}

async function walk(page: Page, start: string, base: string): Promise<void> {
  const waiting = [start]
  const kinds = new Set<string>()
  const seen = new Set<string>()
  for (let url = waiting.shift(); url !== undefined && seen.size < 150; url = waiting.shift()) {
    const kind = kindOf(url)
    if (seen.has(url) || kinds.has(kind)) continue
    seen.add(url)
    kinds.add(kind)
    if (isFile(url)) {
      const file = await page.request.get(url)
      expect([url, file.status()]).toEqual([url, 200])
      continue
    }
    const response = await page.goto(url)
    expect([url, response?.status()]).toEqual([url, 200])
    await noBarriers(page)
    await fitsPhone(page)
    if (!url.includes('/open-data')) expect([url, await englishWords(page)]).toEqual([url, []])
    waiting.push(...(await linksOf(page, base)))
  }
  expect(kinds.size).toBeGreaterThan(5)
}

// Only looking: the walks do not disturb each other.
test.describe.configure({ mode: 'parallel' })

test('a stranger', async ({ page, baseURL }) => {
  await walk(page, `${baseURL}/`, baseURL!)
})

for (const [territory, person] of people) {
  test(`${person}, ${territory}`, async ({ page, baseURL }) => {
    await enterAs(page, territory, person)
    await walk(page, page.url(), baseURL!)
  })
}
