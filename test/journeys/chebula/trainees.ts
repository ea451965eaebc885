import { expect, type Page, test } from '@playwright/test'
import { plansEvent } from '../event-steps.ts'
import { enterAs, fitsPhone, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp } from '../steps.ts'
import {
  admits,
  agrees,
  asksToLearn,
  asOnPhone,
  begin,
  measures,
  offersTo,
  opensSite,
  opensTrainee,
  savesPart,
  writesDirection,
  writesProgramme,
  writesTerm,
} from '../trainee-steps.ts'
import {
  counting,
  discussingProgramme,
  entersTheHead,
  entersTheMethodist,
  lines,
  main,
  noMentors,
  programme,
  reading,
  school,
  sessions,
  territory,
  theme,
} from './known.ts'

export const [from, to] = ['13.09.2021', '31.05.2022']
export const early = ['Травкина М. Л.', 'Веткин Р. С.', 'Листикова Н. Г.', 'Семёнова Я. А.'] as const
export const late = ['Громов А. С.', 'Зуева И. М.', 'Лебедева О. С.'] as const
export const family = (name: string): string => name.split(' ')[0] ?? ''

async function opensProgramme(page: Page): Promise<void> {
  await opensSite(page, theme)
  await main(page).getByRole('link', { name: 'Программы', exact: true }).click()
  await main(page).getByRole('link', { name: programme.title }).click()
}

/** The head changes a programme that is fixed, and sends it to the centre again. */
async function writesItAnew(page: Page, why: string, change: (page: Page) => Promise<void>): Promise<void> {
  await page.getByLabel('Почему меняете программу').fill(why)
  await press(page, 'Начать редакцию')
  await change(page)
  await main(page).getByRole('link', { name: programme.title }).first().click()
  await press(page, 'Закрепить редакцию')
  await isTold(page, 'Редакция закреплена')
  await press(page, 'Отправить на согласование')
  await isTold(page, 'Программа отправлена на согласование')
}

/** From the programme to the first day of eight trainees. (C-12, C-42i, C-61) */
export function traineesCome(): void {
  test('the programme is discussed in the centre before anybody may learn by it', async ({ page }) => {
    await test.step('the head writes 36 hours and what a paper asks for; nobody can be offered a place yet', async () => {
      await entersTheHead(page)
      await moveTo(page, '30.08.2021')
      await writesProgramme(page, theme, programme)
      await opensSite(page, theme)
      await main(page).getByRole('link', { name: 'Открыть список' }).click()
      await page.getByRole('link', { name: 'Предложить стажировку' }).click()
      await expect(main(page)).toContainText('Стажироваться пока не по чему')
      await expect(main(page)).toContainText('п. 4.2')
      await noBarriers(page)
      await page.getByRole('link', { name: 'Открыть программы' }).click()
      await main(page).getByRole('link', { name: programme.title }).click()
      await press(page, 'Отправить на согласование')
    })

    await test.step('the centre gives it back once with a remark', async () => {
      await entersTheMethodist(page)
      await takesUp(page, discussingProgramme)
      await noBarriers(page)
      await page.getByLabel('Замечание').fill(remark)
      await press(page, 'Вернуть с замечанием')
    })

    await test.step('the head answers the remark by a new version; the centre agrees', async () => {
      await entersTheHead(page)
      await opensProgramme(page)
      await expect(main(page)).toContainText(remark)
      await noBarriers(page)
      await writesItAnew(page, 'Замечание центра', async () => {
        await page.getByRole('link', { name: 'Писать программу' }).click()
        await main(page).getByRole('link', { name: 'Содержание по темам' }).first().click()
        await main(page).getByRole('link', { name: programme.topic }).first().click()
        await page.locator('[name="sessions.4.title"]').fill(sessions.table)
        await savesPart(page)
      })
      await theCentreAgrees(page)
    })
  })

  test('four teachers ask, one is sent and stays silent for a week, three are offered', async ({ page }) => {
    await test.step('on their telephones four teachers ask in their own name', async () => {
      await entersTheHead(page)
      await moveTo(page, '06.09.2021')
      for (const name of early)
        await asOnPhone(page, territory, family(name), async () => {
          await asksToLearn(page, programme.title, from, to)
          await noMentors(page)
        })
      await fitsPhone(page)
      await noBarriers(page)
    })

    await test.step('a head of a school sends a teacher; the deputy, whom the paper does not mean, is not in the list', async () => {
      await enterAs(page, territory, 'Данильченко')
      await opensSite(page, theme)
      await page.getByRole('link', { name: 'Направить своего педагога' }).click()
      await noBarriers(page)
      await fitsPhone(page)
      await expect(page.getByLabel('Кого').getByRole('option', { name: /Копылов/ })).toHaveCount(0)
      await page.getByLabel('Кого').selectOption({ label: 'Орлов Тимофей Ильич' })
      await writesTerm(page, from, '01.09.2022')
      await press(page, 'Направить')
      await isRefused(page, 'Поставьте дни внутри срока статуса площадки')
      await page.getByLabel('по', { exact: true }).fill(to)
      await press(page, 'Направить')
      await isTold(page, 'Вы направили педагога')
    })

    await test.step('the site takes the four; who is silent is neither asked for nor counted', async () => {
      await entersTheHead(page)
      await admits(page, early)
      await moveTo(page, from)
      await opensSite(page, theme)
      await expect(main(page)).toContainText('Стажируются: 4 человека')
      await main(page).getByRole('link', { name: 'Открыть список' }).click()
      await expect(main(page).getByRole('row', { name: /Орлов/ })).toContainText('Ждёт ответа стажёра')
      await noBarriers(page)
    })

    await test.step('he agrees, and the site takes him', async () => {
      await asOnPhone(page, territory, 'Орлов', async () => {
        await agrees(page, programme.title)
        await fitsPhone(page)
        await noBarriers(page)
      })
      await entersTheHead(page)
      await admits(page, ['Орлов Т. И.'])
    })
  })

  test('who comes later learns by the next version of the programme, with one direction more', async ({ page }) => {
    await test.step('the head adds a direction; the centre agrees', async () => {
      await entersTheHead(page)
      await opensProgramme(page)
      await writesItAnew(page, 'Просят учителя математики и физики', async () => {
        await page.getByRole('link', { name: 'Писать программу' }).click()
        await writesDirection(page, 1, counting)
        await savesPart(page)
      })
      await theCentreAgrees(page)
    })

    await test.step('three are offered a place; two of them work at the host, which is told apart', async () => {
      await entersTheHead(page)
      for (const name of late) await offersTo(page, theme, family(name), from, to)
      for (const name of late) await asOnPhone(page, territory, family(name), () => agrees(page, programme.title))
      await entersTheHead(page)
      await openSection(page, 'Стажировки')
      await expect(main(page).getByRole('row', { name: /Громов/ })).toContainText('работает на площадке')
      await expect(main(page).getByRole('row', { name: /Лебедева/ })).not.toContainText('работает на площадке')
    })
  })

  test('everybody has days of their own, set in one table; two days are common', async ({ page }) => {
    await test.step('the two common days are events of the plan', async () => {
      await entersTheHead(page)
      await plansEvent(page, lines[0]!.activity, opening, school)
      await plansEvent(page, lines[5]!.activity, table, school)
    })

    await test.step('eight plans in one table, by clause 5.2', async () => {
      await opensTrainee(page, 'Орлов Т. И.')
      await page
        .getByRole('link', { name: /^Назначить дни/ })
        .first()
        .click()
      await expect(main(page)).toContainText('п. 5.2')
      await noMentors(page)
      await fitsPhone(page)
      await chooses(page, `Общее мероприятие: ${sessions.opening}`, opening.title)
      await chooses(page, `Общее мероприятие: ${sessions.table}`, lines[5]!.activity)
      for (const [at, name] of [...early, ...late, 'Орлов Т. И.'].entries())
        for (const [session, month] of own) {
          const day = session === sessions.lesson ? 21 : session === sessions.practicum ? 8 : 7
          await page.getByLabel(`${name}: ${session}`, { exact: true }).fill(`${String(day + at).padStart(2, '0')}.${month}`)
        }
      await noBarriers(page)
      await press(page, 'Сохранить планы')
      await isTold(page, 'Планы сохранены, стажёрам сообщено')
      await expect(page.getByText('мероприятие, 23.09.2021').first()).toBeVisible()
      await expect(page.getByText('мероприятие, 19.05.2022').first()).toBeVisible()
    })

    await test.step('the school takes the papers that let him go from lessons', async () => {
      await enterAs(page, territory, 'Данильченко')
      await opensTrainee(page, 'Орлов Т. И.')
      await expect(main(page)).toContainText('Освобождение от уроков')
      const link = page.getByRole('link', { name: 'Скачать .pdf' })
      const [paper] = await Promise.all([page.waitForEvent('download'), link.click()])
      expect(paper.suggestedFilename()).toMatch(/\.pdf$/)
      await noBarriers(page)
    })
  })

  test('they begin, and it is said how each stands before the lessons', async ({ page }) => {
    await entersTheHead(page)
    await begin(page, [...early, ...late, 'Орлов Т. И.'])
    await moveTo(page, '15.09.2021')
    await entersTheHead(page)
    for (const name of [...early, ...late, 'Орлов Т. И.']) {
      await opensTrainee(page, name)
      const isLate = late.some((one) => one === name)
      await measures(page, { [reading]: 'намечено', ...(isLate && { [counting]: 'не видно' }) })
    }
    await noBarriers(page)
    await asOnPhone(page, territory, 'Зуева', async () => {
      await opensTrainee(page, 'Зуева И. М.')
      await measures(page, { [reading]: 'намечено', [counting]: 'намечено' })
      await expect(main(page)).toContainText('сам стажёр')
      await fitsPhone(page)
      await noMentors(page)
      await noBarriers(page)
    })
  })
}

/** Sessions that everybody has on a day of their own, with the month of it. */
const own = [
  [sessions.lesson, '10.2021'],
  [sessions.practicum, '12.2021'],
  [sessions.revision, '02.2022'],
] as const
const room = 'с. Усть-Чебула, школа, каб. 21'
export const opening = {
  ...{ title: 'Вводное занятие стажёров', day: '23.09.2021', from: '10:00', until: '14:30', room, places: null },
}
export const table = { day: '19.05.2022', from: '10:00', until: '14:30', room, places: null }

async function chooses(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.selectOption({ label: (await field.getByRole('option', { name: words }).first().textContent()) ?? '' })
}

const remark = 'Круглый стол: напишите, что стажёр принесёт с собой'

async function theCentreAgrees(page: Page): Promise<void> {
  await entersTheMethodist(page)
  await takesUp(page, discussingProgramme)
  await press(page, 'Обсуждена')
  await isTold(page, 'Программа согласована')
}
