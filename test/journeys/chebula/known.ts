import { expect, type Locator, type Page } from '@playwright/test'
import { facts } from '../../../territories/chebula/facts.ts'
import { chebula as regulation } from '../../regulations.ts'
import { enterAs, openSection } from '../steps.ts'
import type { Programme } from '../trainee-steps.ts'

/** What the tests of the year of Чебулинский округ know in common. */
export const territory = 'Чебулинский округ'
export const school = 'МБОУ «Усть-Чебулинская ООШ»'
export const theme = 'Функциональная грамотность'
export const written = { regulation, facts }
export const linesOf = (site: number) => facts.plans![site]!.lines
export const lines = linesOf(0)
export const discussing = `Обсудить план на 2021/22: ${school}`
export const approving = `Утвердить план на 2021/22: ${school}`
export const deciding = `Принять отчёт за 2021/22: ${school}`
export const [goals, dynamics] = regulation.report!.kinds[0]!.criteria.map(({ caption }) => caption) as [string, string]

export const reading = 'Читательская грамотность'
export const counting = 'Математическая грамотность'
/** Days 23.09 and 19.05 are common; between them everybody has days of their own. */
export const sessions = {
  opening: 'Вводное занятие',
  lesson: 'Открытый урок и его разбор',
  practicum: 'Практикум: составляем задания',
  revision: 'Рабочая программа с новыми заданиями',
  table: 'Круглый стол: что вышло',
} as const
export const programme: Programme = {
  title: 'Задания, над которыми думают',
  directions: [reading],
  topic: 'Хорошее задание',
  sessions: [
    { name: sessions.opening, form: 'Семинар (можно дистанционно)', hours: '6' },
    { name: sessions.lesson, form: 'Открытый урок, занятие', hours: '8' },
    { name: sessions.practicum, form: 'Практикум', hours: '8' },
    { name: sessions.revision, form: 'Корректировка рабочей программы', hours: '8' },
    { name: sessions.table, form: 'Круглый стол', hours: '6' },
  ],
  share: '75',
  exit: true,
}
export const discussingProgramme = `Обсудить программу «${programme.title}»: ${school}`

export const main = (page: Page): Locator => page.getByRole('main')
export const entersTheHead = (page: Page) => enterAs(page, territory, 'Беляева')
export const entersTheMethodist = (page: Page) => enterAs(page, territory, 'Морозова')

export async function opensPlan(page: Page): Promise<void> {
  await openSection(page, 'Планы')
  await page.getByRole('link', { name: school }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Тематический план и график' })).toBeVisible()
}

/** Here the head of the site is the guide by clause 4.2: no screen speaks of a mentor. */
export const noMentors = (page: Page) => expect(page.locator('body')).not.toContainText(/наставни/i)
