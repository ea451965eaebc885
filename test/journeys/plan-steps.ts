import { expect, type Page } from '@playwright/test'
import { shortDate } from '../../src/kernel/dates.ts'
import type { Day } from '../../src/kernel/types.ts'
import type { PlanMeaning } from '../../src/regulation/kinds.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import type { PlanFacts, TerritoryFacts } from '../../src/regulation/territory-facts.ts'
import { planColumn } from '../../src/regulation/work/questions.ts'
import type { Picked } from './attachments.ts'
import { hasTask, isTold, noBarriers, press, takesUp } from './steps.ts'

export type Line = PlanFacts['lines'][number]

/** «Беляева О. И.» of a person of a territory. */
export function nameOf(facts: TerritoryFacts, key: string): string {
  const { family, given, patronymic } = facts.people.find((one) => one.key === key)!
  return [family, ...[given, patronymic].filter((part) => part !== null).map((part) => `${part[0]}.`)].join(' ')
}

/** Writes a line of the plan into a row of the table, through the columns the regulation asks for. */
export async function writesLine(page: Page, row: number, line: Line, { regulation, facts }: Written): Promise<void> {
  const field = (caption: string) => page.getByLabel(`${caption}, строка ${row}`, { exact: true })
  const caption = (...kinds: PlanMeaning[]) => planColumn(regulation, ...kinds)?.caption
  await field(caption('activity', 'activityAndForm')!).fill(line.activity)
  await field(caption('form') ?? 'Форма работы').selectOption({ label: formOf(regulation, line.form) })
  if (line.direction)
    await field('Направление').selectOption({
      label: regulation.directions!.list.find(({ code }) => code === line.direction)!.label,
    })
  await field('Начало').fill(shortDate(line.from as Day))
  if (line.to !== line.from) await field('Окончание').fill(shortDate(line.to as Day))
  await field(caption('responsible')!).selectOption({ label: nameOf(facts, line.responsible[0]!) })
}

export type Written = { readonly regulation: Regulation; readonly facts: TerritoryFacts }

const formOf = ({ forms }: Regulation, code: string) => forms.catalogue.find((form) => form.code === code)!.label

/** The head makes the plan of a year from the task that asks for it: the rows are filled, the draft is kept. */
export async function makesPlan(page: Page, lines: readonly Line[], written: Written): Promise<void> {
  await takesUp(page, 'Составить план на')
  await press(page, 'Начать план')
  await isTold(page, 'План начат')
  await noBarriers(page)
  const empty = 3
  if (lines.length > empty) await press(page, 'Добавить пять')
  for (const [index, line] of lines.entries()) await writesLine(page, index + 1, line, written)
  await noBarriers(page)
  await press(page, 'Сохранить черновик')
  await isTold(page, 'Черновик сохранён')
}

/** Whoever decides opens the plan from the list of tasks and says yes. */
export async function saysYes(page: Page, task: string, button: string | RegExp, told: string): Promise<void> {
  await takesUp(page, task)
  await noBarriers(page)
  await press(page, button)
  await isTold(page, told)
}

export async function returnsPlan(page: Page, task: string, remark: string): Promise<void> {
  await takesUp(page, task)
  await page.getByLabel('Замечание').fill(remark)
  await press(page, 'Вернуть с замечанием')
  await isTold(page, 'План возвращён с замечанием')
}

type Held = { readonly on: string; readonly people: number; readonly note: string; readonly file?: Picked }

/** The head reports on an activity that has been held, from the task that asks for it. */
export async function reportsHeld(page: Page, activity: string, { on, people, note, file }: Held): Promise<void> {
  await hasTask(page, `Отметить проведение: «${activity}»`)
  await takesUp(page, `Отметить проведение: «${activity}»`)
  await page.getByLabel('Когда прошло').fill(on)
  await page.getByLabel('Сколько было людей').fill(String(people))
  await page.getByLabel('Примечание').fill(note)
  if (file) await page.getByLabel('Материалы').setInputFiles(file)
  await press(page, 'Записать отчёт')
  await isTold(page, 'Отчёт о мероприятии записан')
  await expect(
    page
      .getByText(`${people} чел`)
      .or(page.getByText(`были ${people}`))
      .first(),
  ).toBeVisible()
}
