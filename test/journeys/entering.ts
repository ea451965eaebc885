import { expect, type Locator, type Page } from '@playwright/test'
import { type Entry, entries } from '../../src/regulation/editor/entries.ts'
import type { Input } from '../../src/regulation/editor/inputs.ts'
import { firstText, listName } from '../../src/regulation/editor/proposed.ts'
import { writtenAs } from '../../src/regulation/editor/written.ts'
import { editorPages } from '../../src/regulation/topic.ts'
import { isTold, press } from './steps.ts'

/** What a paper says, rule by rule: the value of each as its form asks it; a rule that is not here is left to its silence. */
export type Rules = Readonly<Record<string, unknown>>
/** What a person has done to enter it, one by one: presses, choices, fields filled in. */
export type Acts = string[]

/** Puts the text of the paper, and of the points that enact it, where the draft has none. */
export async function pastesPaper(page: Page, acts: Acts, paper: string, points?: { of: string; text: string }): Promise<void> {
  await opens(page, acts, page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Текст' }))
  await opens(page, acts, page.getByRole('link', { name: 'Вставить текст целиком' }))
  await types(acts, page.getByLabel('Текст Положения'), paper)
  if (points) {
    await types(acts, page.getByLabel('Пункты документа, которым утверждено Положение'), points.text)
    await types(acts, page.getByLabel('Какого документа эти пункты'), points.of)
  }
  await presses(page, acts, 'Разложить по пунктам')
  await isTold(page, 'Текст разложен по пунктам')
}

/** Goes through the pages of the editor, one form after another, and makes each say what the paper says; `looks` at each of them. */
export async function entersRules(
  page: Page,
  acts: Acts,
  rules: Rules,
  looks: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const first = editorPages[0]
  await opens(page, acts, page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: first.title }))
  await opens(page, acts, page.getByRole('link', { name: 'Заполнить страницу' }))
  for (const { code, title } of editorPages) {
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const ofPage = entries.filter((entry) => entry.page === code)
    const said = ofPage.filter(({ key }) => key in rules)
    // What the system takes the text for and the paper does not say.
    for (const { key, maySilent } of ofPage)
      if (maySilent && !(key in rules) && (await isMarked(page, key))) await chooses(page, acts, `rules.${key}.said`, 'no')
    for (const entry of said) await saysOnly(page, acts, entry, rules[entry.key])
    if (said.length > 0) {
      await presses(page, acts, 'Дополнить пустое')
      await expect(page.getByText(/Пустое дополнено|Дополнить нечего/)).toBeVisible()
      await looks(page)
    }
    for (const entry of said) await completes(page, acts, entry, rules[entry.key])
    await presses(page, acts, 'Записать и дальше')
    await isTold(page, 'Страница записана')
  }
}

const isMarked = async (page: Page, key: string): Promise<boolean> =>
  (await page.locator(`[name="rules.${key}.said"][value="yes"]:checked`).count()) > 0
const nameOf = ({ key }: Entry): string => `rules.${key}.value`

/** That the paper speaks of a rule, and what the system cannot propose the rest from: lines of its lists, its own words. */
async function saysOnly(page: Page, acts: Acts, entry: Entry, value: unknown): Promise<void> {
  if (entry.maySilent) await chooses(page, acts, `rules.${entry.key}.said`, 'yes')
  const title = entry.title.replace(/^Роль: /, '')
  for (const [name, text] of Object.entries(wordsOf(entry.input, value, nameOf(entry)))) {
    const field = page.locator(`[name="${name}"]`)
    const there = (await field.count()) > 0 ? await field.inputValue() : null
    // A word that is called as its rule is, and one that stands there already, is not typed.
    if (there !== null && there !== text && (there !== '' || text !== title)) await types(acts, field, text)
  }
  for (const [name, lines] of Object.entries(listsOf(entry.input, value, nameOf(entry)))) {
    // Rows that stand there already are corrected one by one; the others come as a list.
    let there = 0
    while (await isFilled(page.locator(`[name="${name}.${there}.${lines.part}"]`))) there++
    const left = lines.of.slice(there)
    if (left.length > 1 && (await page.locator(`[name="${listName(name)}"]`).count()) > 0)
      await types(acts, page.locator(`[name="${listName(name)}"]`), left.join('\n'))
  }
}

const isFilled = async (field: Locator): Promise<boolean> => (await field.count()) > 0 && (await field.inputValue()) !== ''

const isChosen = async (page: Page, name: string): Promise<boolean> => {
  const field = page.locator(`[name="${name}"]`)
  if ((await field.count()) > 1) return (await page.locator(`[name="${name}"]:checked`).count()) > 0
  return isFilled(field)
}

/** The choices of a rule that are made by choosing nothing. */
function usualOf(input: Input, value: unknown, name: string): Texts {
  if (input.as === 'one') return input.usual === null ? {} : { [name]: input.usual }
  const inner = (parts: Readonly<Record<string, Input>>, of: unknown, at: string): Texts =>
    Object.assign({}, ...Object.entries(parts).map(([part, one]) => usualOf(one, partOf(of, part), `${at}.${part}`)))
  if (input.as === 'group') return inner(input.of, value, name)
  if (input.as !== 'rows' || !Array.isArray(value)) return {}
  return Object.assign({}, ...value.map((row, at) => inner(input.of, row, `${name}.${at}`)))
}

type Texts = Record<string, string>
const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The first form of every word of a rule. */
function wordsOf(input: Input, value: unknown, name: string): Texts {
  if (input.as === 'words')
    return value === undefined ? {} : { [`${name}.nominative`]: String(partOf(value, 'nominative') ?? '') }
  if (input.as !== 'group') return {}
  return Object.assign({}, ...Object.entries(input.of).map(([part, of]) => wordsOf(of, partOf(value, part), `${name}.${part}`)))
}

/** The lists of a rule whose rows are told by their first text. */
function listsOf(input: Input, value: unknown, name: string): Record<string, { part: string; of: string[] }> {
  if (input.as === 'rows') {
    const part = firstText(input.of)
    const rows = Array.isArray(value) ? value : []
    // A row of several parts is not told by one line: its own lists are.
    const inner = rows.flatMap((row, at) =>
      Object.entries(input.of).map(([one, of]) => listsOf(of, partOf(row, one), `${name}.${at}.${one}`)),
    )
    const own = part === null || rows.length === 0 ? {} : { [name]: { part, of: rows.map((row) => String(partOf(row, part))) } }
    return Object.assign(own, ...inner)
  }
  if (input.as !== 'group') return {}
  return Object.assign({}, ...Object.entries(input.of).map(([part, of]) => listsOf(of, partOf(value, part), `${name}.${part}`)))
}

const mostPasses = 20
/** Corrects what was proposed and fills in what is left, until the form of a rule says what the paper says. */
async function completes(page: Page, acts: Acts, entry: Entry, value: unknown): Promise<void> {
  const wanted = writtenAs(entry.input, value, nameOf(entry))
  const usual = usualOf(entry.input, value, nameOf(entry))
  for (let pass = 0; pass < mostPasses; pass++) {
    const left = []
    for (const [name, text] of Object.entries(wanted)) {
      if (/\.code$/.test(name) || isOfAnotherShape(entry, name) || isUnsaid(entry, value, name)) continue
      // What is usual holds where nothing is chosen.
      if (usual[name] === text && !(await isChosen(page, name))) continue
      if (inherits(name, text, wanted, nameOf(entry)) && !(await isFilled(page.locator(`[name="${name}"]`)))) continue
      if (!(await fills(page, acts, name, text))) left.push(name)
      if (await hasFormsToFill(page, name)) {
        // The other forms of a word follow from the first when they are asked for.
        await presses(page, acts, 'Дополнить пустое')
        await expect(page.getByText(/Пустое дополнено|Дополнить нечего/)).toBeVisible()
      }
    }
    if (left.length === 0) return clearsRest(page, acts, entry, value)
    // There are no more rows than these: the button adds empty ones.
    expect(pass, `no field for ${left.join(', ')}`).toBeLessThan(mostPasses - 1)
    await presses(page, acts, 'Дополнить пустое')
  }
}

/** The first form of a word has just been written and the others are empty. */
async function hasFormsToFill(page: Page, name: string): Promise<boolean> {
  if (!name.endsWith('.nominative')) return false
  const next = page.locator(`[name="${name.replace(/nominative$/, 'genitive')}"]`)
  return (await next.count()) > 0 && (await next.inputValue()) === ''
}

/** A row that was proposed and is not of the paper is cleared: empty rows are not kept. */
async function clearsRest(page: Page, acts: Acts, { input, ...entry }: Entry, value: unknown): Promise<void> {
  for (const row of rowsBeyond(input, value, nameOf({ input, ...entry })))
    for (const field of await page.locator(`[name^="${row}"]:not([type="radio"], [type="hidden"], [type="checkbox"])`).all()) {
      if ((await field.inputValue()) === '') continue
      const isChoice = await field.evaluate((one) => one.tagName === 'SELECT')
      await (isChoice ? field.selectOption('') : field.fill(''))
      acts.push(row)
    }
}

/** How the names of the fields of rows begin that are more than the paper has. */
function rowsBeyond(input: Input, value: unknown, name: string): string[] {
  if (input.as === 'group')
    return Object.entries(input.of).flatMap(([part, one]) => rowsBeyond(one, partOf(value, part), `${name}.${part}`))
  if (input.as !== 'rows' || !Array.isArray(value)) return []
  return Array.from({ length: 10 }, (_, at) => `${name}.${value.length + at}.`)
}

/** The clause of a rule of several shapes stands beside them. */
const isOfAnotherShape = ({ input }: Entry, name: string): boolean => input.as === 'shapes' && /\.value\.\w+\.clause$/.test(name)
/** A part that what is entered does not name stays as the form has it. */
const isUnsaid = (entry: Entry, value: unknown, name: string): boolean =>
  entry.input.as === 'group' && partOf(value, name.slice(nameOf(entry).length + 1).split(/[.[]/)[0] ?? '') === undefined
/** A row without a clause comes from the clauses of its rule. */
const inherits = (
  name: string,
  text: string | string[],
  wanted: Readonly<Record<string, string | string[]>>,
  of: string,
): boolean => /\.\d+\.clause$/.test(name) && text === wanted[`${of}.clause`]

/** Makes one field say this; false where the page has no such field. */
async function fills(page: Page, acts: Acts, name: string, wanted: string | string[]): Promise<boolean> {
  const fields = page.locator(`[name="${name}"]`)
  if ((await fields.count()) === 0) return Array.isArray(wanted) ? wanted.length === 0 : wanted === ''
  if (Array.isArray(wanted)) {
    for (const box of await fields.all()) {
      const isWanted = wanted.includes((await box.getAttribute('value')) ?? '')
      if ((await box.isChecked()) === isWanted) continue
      await isNamed(box)
      await box.setChecked(isWanted)
      acts.push(name)
    }
    return true
  }
  const kind = await fields
    .first()
    .evaluate((field) => (field instanceof HTMLInputElement ? field.type : field.tagName.toLowerCase()))
  if (kind === 'hidden') return (await fields.first().inputValue()) === wanted
  if (kind === 'radio' && wanted === '') return true
  if (kind === 'radio') {
    const circle = page.locator(`[name="${name}"][value="${wanted}"]`)
    if (!(await circle.isChecked())) await chooses(page, acts, name, wanted)
    return true
  }
  if ((await fields.first().inputValue()) === wanted) return true
  if (kind === 'select') {
    await isNamed(fields.first())
    await fields.first().selectOption(wanted)
    acts.push(`${name} ${wanted}`)
  } else await types(acts, fields.first(), wanted)
  return true
}

/** What is filled in has a name that a person sees. */
const isNamed = (field: Locator): Promise<void> => expect(field).toHaveAccessibleName(/\S/)

async function chooses(page: Page, acts: Acts, name: string, value: string): Promise<void> {
  const circle = page.locator(`[name="${name}"][value="${value}"]`)
  if (await circle.isChecked()) return
  await isNamed(circle)
  await circle.check()
  acts.push(`${name} ${value}`)
}

async function types(acts: Acts, field: Locator, text: string): Promise<void> {
  await isNamed(field)
  await field.fill(text)
  acts.push(`${await field.getAttribute('name')} ${text}`)
}

async function presses(page: Page, acts: Acts, button: string): Promise<void> {
  await press(page, button)
  acts.push(button)
}

async function opens(page: Page, acts: Acts, link: Locator): Promise<void> {
  await link.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  acts.push(link.toString())
}
