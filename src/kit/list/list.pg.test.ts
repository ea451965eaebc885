import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { anOrganisation, aPerson, aTerritory, inScope } from '../../../test/factory.ts'
import type { Territory } from '../../authz/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import type { PersonId } from '../../kernel/types.ts'

const base = ownDatabase()
let territory: Territory
let official: PersonId
beforeAll(async () => {
  territory = await aTerritory(base.db, '2021-09-01')
  const school = await anOrganisation(base.db, territory, { shortName: 'СОШ № 1' })
  official = await aPerson(base.db, territory, { familyName: 'Яковлева', roles: ['official'] })
  await aPerson(base.db, territory, { familyName: 'Юдина', post: { organisationId: school, kind: 'head' } })
  await inScope(base.db, territory.id, async (tx) => {
    const names = Array.from({ length: 2100 }, (_, at) => `Абрамов${'абвгдежзик'[Math.floor(at / 210)]}`)
    for (let from = 0; from < names.length; from += 500)
      await tx
        .insertInto('people')
        .values(
          names.slice(from, from + 500).map((familyName, at) => ({
            territoryId: territory.id,
            id: newId(),
            familyName,
            givenName: `Имя${from + at}`,
            phone: '+7 (384-44) 2-11-22',
            createdAt: new Date('2021-01-01T00:00:00Z'),
          })),
        )
        .execute()
  })
})

const { as } = aClient(base)
const asOfficial = () => as(official)

describe('the page of a list', () => {
  test('says how many, on which day, which of them stand here, and leads to its files and its print', async () => {
    const { text } = await asOfficial().get('/people')
    expect(text).toContain('2102 человека на 1 сентября 2021 г.')
    expect(text).toContain('Показаны 1–50 из 2102')
    for (const address of ['/people.xlsx', '/people.csv', '/people?print=yes'])
      expect(text).toContain(`href="/t/${territory.code}${address}"`)
  })

  test('beyond the last one is the last one', async () => {
    const { status, text } = await asOfficial().get('/people?page=999')
    expect(status).toBe(200)
    expect(text).toContain('Показаны 2101–2102 из 2102')
    expect(text).toContain('Яковлева')
  })

  test('leads to the pages beside it by its edges, under the same conditions, to the first and the last by their numbers', async () => {
    const browser = asOfficial()
    const shown = (text: string) =>
      [...text.slice(text.indexOf('<tbody')).matchAll(/people\/[0-9a-f-]{36}/g)].map(([href]) => href)
    const link = (text: string, rel: 'next' | 'prev') =>
      new RegExp(`href="([^"]*)" rel="${rel}"`).exec(text)?.[1]?.replaceAll('&amp;', '&')
    const seen: string[] = []
    let page = await browser.get('/people?q=абрамова')
    const first = shown(page.text)
    for (let at = link(page.text, 'next'); at; at = link(page.text, 'next')) {
      seen.push(...shown(page.text))
      expect(decodeURIComponent(at)).toMatch(/q=абрамова&page=\d+&after=[\w-]+$/)
      page = await browser.get(at)
    }
    seen.push(...shown(page.text))
    expect([seen.length, new Set(seen).size]).toEqual([210, 210])
    expect(page.text).toContain('Показаны 201–210 из 210')
    for (let at = link(page.text, 'prev'); at; at = link(page.text, 'prev')) page = await browser.get(at)
    expect(shown(page.text)).toEqual(first)
  })

  test('whose edge has been typed is found by its number', async () => {
    const typed = (text: string) => Buffer.from(text).toString('base64url')
    for (const after of ['abc', typed('["А","Б","В"]'), typed('["А","Б","В","не номер"]'), typed('["А\\u0000","Б","В",null]')]) {
      const browser = asOfficial()
      const { status, to, text } = await browser.get(`/people?page=2&after=${after}`)
      const page = status === 303 ? await browser.get(to ?? '') : { status, text }
      expect(page.status).toBe(200)
      expect(page.text).toContain('Показаны 51–100 из 2102')
    }
  })

  test('keeps its conditions in every link, and each has its way out', async () => {
    const { text } = await asOfficial().get('/people?q=абрамова&category=none&date=15.05.2021')
    const links = [...text.matchAll(/href="([^"]*people[^"]*)"/g)].map(([, href]) =>
      decodeURIComponent(href!.replaceAll('&amp;', '&')),
    )
    const conditions = ['q=абрамова', 'category=none', 'date=15.05.2021']
    const file = links.find((href) => href.includes('.xlsx'))!
    for (const one of conditions) expect(file).toContain(one)
    const tags = [...text.matchAll(/moj-filter__tag" href="([^"]*)"/g)].map(([, href]) => decodeURIComponent(href!))
    for (const href of tags) expect(conditions.filter((one) => href.includes(one))).toHaveLength(2)
    expect(tags).toHaveLength(3)
  })

  test('printed holds more than a page, says when it was made and that it is not all', async () => {
    const { text } = await asOfficial().get('/people?print=yes&q=абрамов')
    expect(text.match(/<tr/g)!.length).toBe(1001)
    expect(text).toContain('Условия: «абрамов». Составлено 1 сентября 2021 г.')
    expect(text).toContain('Здесь первые 1000')
    expect(text).not.toContain('id="otbor"')
  })

  test('under conditions that nothing answers to says what to do', async () => {
    const { text } = await asOfficial().get('/people?q=нетникого')
    expect(text).toContain('Никто не нашлся')
    expect(text).toContain('Показать всех')
    expect(text).not.toContain('.xlsx')
  })

  test('a typed day that is none is refused at its field and keeps its text', async () => {
    const { status, text } = await asOfficial().get('/people?date=31.02.2021')
    expect(status).toBe(200)
    expect(text).toMatch(/value="31.02.2021"[^>]*aria-invalid="true"/)
  })
})

describe('the files of a list', () => {
  test('hold every row, in the order of the page, more than a cursor brings at once', async () => {
    const { headers, bytes } = await asOfficial().get('/people.csv')
    const lines = bytes.toString().trimEnd().split('\r\n')
    expect(lines).toHaveLength(2103)
    expect(lines[0]).toBe('\ufeffФамилия;Имя;Отчество;Должности;Организации;Категория;Телефон;Почта')
    expect(lines.at(-1)).toMatch(/^Яковлева;/)
    expect(lines[1]).toContain('\u00a0+7 (384-44) 2-11-22')
    expect(headers.get('content-disposition')).toBe('attachment; filename="lyudi.csv"')
  })

  test('are a workbook too', async () => {
    const { headers, bytes } = await asOfficial().get('/people.xlsx?q=юдина')
    expect(headers.get('content-type')).toContain('spreadsheetml')
    const { sheets } = await readXlsx(bytes)
    expect(sheets[0]!.name).toBe('Люди')
    expect(sheets[0]!.rows.map((row) => row[0])).toEqual(['Фамилия', 'Юдина'])
    const whole = await readXlsx((await asOfficial().get('/people.xlsx')).bytes)
    expect(whole.sheets[0]!.rows).toHaveLength(2103)
  })

  test('are asked for under the permission of the page, and hide what the person may not see', async () => {
    const teacher = await aPerson(base.db, territory)
    const browser = as(teacher)
    const { status, text } = await browser.get('/people.csv')
    const page = await browser.get('/people')
    expect(status).toBe(page.status)
    expect(text).not.toContain('2-11-22')
    const stranger = await as(null).get(`/t/${territory.code}/people.xlsx`)
    expect([stranger.status, stranger.to]).toEqual([303, expect.stringContaining('/sign-in')])
  })
})
