import fs from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { storedRegulation } from '../../src/regulation/check.ts'
import { type Clause, walk } from '../../src/regulation/clauses.ts'
import { textOfBody } from '../../src/regulation/editor/clause-text.ts'
import { entries } from '../../src/regulation/editor/entries.ts'
import { appointmentKinds } from '../../src/regulation/kinds.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { type Acts, entersRules, pastesPaper } from './entering.ts'
import { beginsTerritory, opensDraft } from './territory-steps.ts'

/** How many acts of a person each of the five regulations takes from an empty page: more than this and the editor has become slower. */
const most = { chebula: 113, luga: 103, turochak: 110, ustishim: 113, lenobl: 119 }
const asked = process.env.LONG_TESTS ? Object.keys(most) : ['chebula']

const read = (territory: string): Regulation =>
  storedRegulation(JSON.parse(fs.readFileSync(path.resolve(`territories/${territory}/regulation.json`), 'utf8')))

/** The paper as it is typed: number, heading, text. A heading that the source prints without a number has the number by which rules name it. */
const asPaper = (clauses: readonly Clause[]): string =>
  [...walk(clauses)]
    .map((clause) => ({ ...clause, label: clause.label || clause.number }))
    .map((clause) => (clause.kind === 'appendix' ? { ...clause, label: `${clause.label}\n` } : clause))
    .map(({ label, title, body }) =>
      [[label, title].filter(Boolean).join(' '), textOfBody(body)].filter(Boolean).join(title ? '\n' : ' '),
    )
    .join('\n')

for (const territory of asked)
  test(`the regulation of ${territory} is entered from an empty page in few acts`, async ({ page }) => {
    const regulation = read(territory)
    const { authority } = regulation.bodies
    await beginsTerritory(page, {
      fullName: `Проба ${territory}`,
      name: `Проба ${territory}`,
      region: 'Томская область',
      body: { fullName: authority.name, name: authority.short.nominative, number: 'N-о' },
      first: {
        family: 'Новикова',
        name: 'Мария',
        patronymic: 'Олеговна',
        post: 'председатель комитета',
        email: `novikova-${territory}-${Date.now()}@primer.ru`,
      },
    })
    await opensDraft(page)
    const acts: Acts = []
    const { orderPoints } = regulation
    await pastesPaper(
      page,
      acts,
      asPaper(regulation.clauses),
      orderPoints ? { of: orderPoints.orderTitle, text: asPaper(orderPoints.points) } : undefined,
    )
    const named = asNamedHere(regulation)
    const said = entries.flatMap((entry) => {
      const value = entry.read(named)
      return value === null || (Array.isArray(value) && value.length === 0) ? [] : [[entry.key, value] as const]
    })
    await entersRules(page, acts, Object.fromEntries(said))
    const entered = await enteredIn(page)
    for (const [key, value] of said) expect(withoutCodes(entered[key]), key).toEqual(withoutCodes(value))
    test.info().annotations.push({ type: 'acts', description: `${territory}: ${acts.length}` })
    if (process.env.TRACE_ACTS) console.log(acts.join('\n'))
    console.log(`${territory}: ${acts.length} acts, ${said.length} rules`)
    expect(acts.length).toBeLessThanOrEqual(most[territory as keyof typeof most])
  })

/** Bodies and roles of the paper's own under the codes that the editor gives them, one after another. */
function asNamedHere(regulation: Regulation): Regulation {
  const known: readonly string[] = appointmentKinds
  const codes = [
    ...regulation.bodies.further.map(({ code }, at) => [code, `body${at + 1}`] as const),
    ...regulation.roles.filter(({ code }) => !known.includes(code)).map(({ code }, at) => [code, `role${at + 1}`] as const),
  ]
  const named = new Map(codes)
  return renamed(regulation, named)
}

function renamed<Value>(value: Value, named: ReadonlyMap<string, string>): Value
function renamed(value: unknown, named: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return named.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => renamed(one, named))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, named)]))
}

/** What the draft holds, as its file says. */
async function enteredIn(page: Page): Promise<Record<string, unknown>> {
  const href = await page.getByRole('link', { name: 'Скачать файлом для другой установки' }).getAttribute('href')
  const answer = await page.request.get(href ?? '')
  const regulation = storedRegulation(await answer.json())
  return Object.fromEntries(entries.map((entry) => [entry.key, entry.read(regulation)]))
}

/** Codes are the program's own: only what a person reads and chooses is compared. */
function withoutCodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCodes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (name === 'code' ? [] : [[name, withoutCodes(one)]])))
}
