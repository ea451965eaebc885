import type { Locator, Page } from '@playwright/test'
import { enterAs, isTold, openSection, press, takesUp } from './steps.ts'

const main = (page: Page): Locator => page.getByRole('main')

/** What a site writes of its programme: the least that people can learn by. */
export type Programme = {
  readonly title: string
  readonly directions: readonly string[]
  readonly topic: string
  readonly sessions: readonly { readonly name: string; readonly form: string; readonly hours: string }[]
  /** Share of the hours, in per cent, for the paper that says it is mastered. */
  readonly share: string
  /** Whether that paper asks for the measurement at the end; of a paper without measurements nothing is asked. */
  readonly exit: boolean
}

/** A telephone in one hand, for as long as it takes. */
export async function onPhone<Value>(page: Page, act: () => Promise<Value>): Promise<Value> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.setViewportSize({ width: 360, height: 740 })
  const value = await act()
  await page.setViewportSize(before)
  return value
}

/** A site by its theme: a school may have two. */
export async function opensSite(page: Page, theme: string): Promise<void> {
  await openSection(page, 'Площадки')
  await main(page).getByRole('row').filter({ hasText: theme }).getByRole('link').first().click()
}

export async function opensTrainee(page: Page, name: string | RegExp): Promise<void> {
  await openSection(page, 'Стажировки')
  await main(page).getByRole('link', { name }).first().click()
}

/** The head writes a programme of one topic and fixes it. */
export async function writesProgramme(page: Page, theme: string, programme: Programme): Promise<void> {
  await opensSite(page, theme)
  await main(page).getByRole('link', { name: 'Программы', exact: true }).click()
  await page.getByLabel('Название программы').fill(programme.title)
  await press(page, 'Начать программу')
  await page.getByRole('link', { name: 'Писать программу' }).click()
  if (programme.directions.length > 0) {
    for (const [at, direction] of programme.directions.entries()) await writesDirection(page, at, direction)
    await savesPart(page)
  }
  await main(page).getByRole('link', { name: 'Содержание по темам' }).first().click()
  await page.getByLabel('Название темы').fill(programme.topic)
  await press(page, 'Добавить тему')
  for (const [at, { name, form, hours }] of programme.sessions.entries()) {
    if (at > 0) await press(page, page.getByRole('button', { name: 'Добавить занятие' }))
    await page.locator(`[name="sessions.${at}.title"]`).fill(name)
    await page.locator(`[name="sessions.${at}.form"]`).selectOption({ label: form })
    await page.locator(`[name="sessions.${at}.hours"]`).fill(hours)
  }
  await savesPart(page)
  await main(page).getByRole('link', { name: 'Кому дают бумагу об освоении' }).first().click()
  await page.getByLabel('Часов программы не меньше, процентов').fill(programme.share)
  if (programme.exit) await page.getByLabel('Тот, кто ведёт стажёра, записал измерение на выходе').check()
  await savesPart(page)
  await main(page).getByRole('link', { name: programme.title }).first().click()
  await press(page, 'Закрепить редакцию')
  await isTold(page, 'Редакция закреплена')
}

export async function writesDirection(page: Page, at: number, direction: string): Promise<void> {
  if (at > 0) await press(page, page.getByRole('button', { name: 'Добавить направление' }))
  await page.locator(`[name="directions.${at}.text"]`).fill(direction)
}

export const savesPart = (page: Page): Promise<void> => press(page, page.getByRole('button', { name: 'Сохранить' }).last())

/** The days of a traineeship in whatever form asks for them. */
export async function writesTerm(page: Page, from: string, to: string): Promise<void> {
  await page.getByLabel('с', { exact: true }).fill(from)
  await page.getByLabel('по', { exact: true }).fill(to)
}

/** A teacher finds the programme on the own page and asks to learn by it. */
export async function asksToLearn(page: Page, title: string, from: string, to: string): Promise<void> {
  await openSection(page, 'Моё')
  await main(page).getByRole('link', { name: title }).click()
  await writesTerm(page, from, to)
  await press(page, 'Попроситься')
  await isTold(page, 'Вы попросились на стажировку')
}

/** The site offers a place to somebody found by name. */
export async function offersTo(page: Page, theme: string, person: string, from: string, to: string): Promise<void> {
  await opensSite(page, theme)
  await main(page).getByRole('link', { name: 'Открыть список' }).click()
  await page.getByRole('link', { name: 'Предложить стажировку' }).click()
  await choosesPerson(page, 'Кого', person)
  await writesTerm(page, from, to)
  await press(page, 'Предложить')
  await isTold(page, 'Предложение отправлено')
}

/** One of a list; of many by the name typed. */
export async function choosesPerson(page: Page, label: string, person: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  const option = field.getByRole('option', { name: person })
  await field.selectOption({ label: (await option.first().textContent()) ?? '' })
}

/** The site takes those who have asked, one task after another. */
export async function admits(page: Page, people: readonly string[]): Promise<void> {
  for (const person of people) {
    await takesUp(page, `Ответить, примете ли стажёра: ${person}`)
    await press(page, 'Принять')
    await isTold(page, 'Стажёр принят')
  }
}

/** Whoever was offered a place says yes. */
export async function agrees(page: Page, title: string): Promise<void> {
  await takesUp(page, `Решить, пойдёте ли на стажировку «${title}»`)
  await press(page, 'Согласиться')
  await isTold(page, 'Вы согласились')
}

/** On the first day whoever leads says that they have come. */
export async function begin(page: Page, people: readonly string[]): Promise<void> {
  for (const person of people) {
    await takesUp(page, `Отметить, что стажёр начал: ${person}`)
    await press(page, 'Стажировка началась')
    await isTold(page, 'Стажировка началась')
  }
}

/** Says how a trainee stands by each direction; which measurement is asked where there are several ahead. */
export async function measures(page: Page, levels: Readonly<Record<string, string>>, kind?: string): Promise<void> {
  if (kind) await page.getByLabel(kind, { exact: true }).check()
  for (const [direction, level] of Object.entries(levels))
    await page.getByRole('group', { name: direction }).getByLabel(level, { exact: true }).check()
  await press(page, 'Записать')
  await isTold(page, 'Измерение записано')
}

/** The mark that a session was held. */
export const markOf = (page: Page, session: string): Locator =>
  page.getByRole('row', { name: session }).getByRole('button', { name: /^Проведено/ })

/** Whoever leads says which sessions of a trainee were held. */
export async function marksHeld(page: Page, person: string | RegExp, sessions: readonly string[]): Promise<void> {
  await opensTrainee(page, person)
  for (const session of sessions) {
    await press(page, markOf(page, session))
    await isTold(page, 'часы записаны')
  }
}

/** The traineeship is over with the hours there are. */
export async function finishes(page: Page): Promise<void> {
  await page.getByText('Завершить стажировку').click()
  await press(page, 'Завершить')
  await isTold(page, 'Стажировка завершена')
}

/** The whole of it as one person, on a telephone. */
export async function asOnPhone(page: Page, territory: string, person: string, act: () => Promise<void>): Promise<void> {
  await onPhone(page, async () => {
    await enterAs(page, territory, person)
    await act()
  })
}
