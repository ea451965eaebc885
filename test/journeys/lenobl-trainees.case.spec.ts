// Proves R-A2c, R-A2p, X-E1, X-T1.
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { programme, tasks } from '../../territories/lenobl/programme.ts'
import { marksWhoCame, onPhone, opensEventOf, plansEvent } from './event-steps.ts'
import { enters, entersTheHead, immersion, isFit, main, opensSite, site, title } from './lenobl/known.ts'
import { isTriedOut } from './lenobl/try-out.ts'
import { theYearEnds } from './lenobl/year-end.ts'
import { test } from './own-demonstration.ts'
import { bothPapersSay } from './papers.ts'
import { isTold, moveTo, openTasks, press, takesUp, withScripts } from './steps.ts'
import { opensTrainee } from './trainee-steps.ts'

test('Ленинградская область: trainees of several schools, a day in the school, a try-out in two rounds, papers at the end of the year', async ({
  page,
}) => {
  await test.step('the head makes the programme one of 36 hours, for everybody whom the paper means, and says who gets a paper', async () => {
    await entersTheHead(page)
    await opensSite(page)
    await main(page).getByRole('link', { name: 'Программы', exact: true }).click()
    await main(page).getByRole('link', { name: title }).first().click()
    await page.getByLabel('Почему меняете программу').fill('Стажёрам нужно больше времени в школе')
    await press(page, 'Начать редакцию')
    await isTold(page, 'Новая редакция начата')
    await page.getByRole('link', { name: 'Писать программу' }).click()
    for (const who of ['руководители', 'методисты']) await page.getByLabel(who, { exact: true }).check()
    await saves(page)
    await main(page).getByRole('link', { name: 'Содержание по темам' }).first().click()
    await main(page).getByRole('link', { name: programme.topics[0]!.title }).first().click()
    for (const [at, hours] of ['16', '8', '4'].entries()) await page.locator(`[name="sessions.${at}.hours"]`).fill(hours)
    await page.locator('[name="tryOuts.0.hours"]').fill('8')
    await saves(page)
    await main(page).getByRole('link', { name: 'Кому дают бумагу об освоении' }).first().click()
    await expect(main(page)).toContainText('Сейчас в занятиях и пробах программы 36 часов')
    await page.getByLabel('Часов не меньше').fill('36')
    await page.getByLabel(new RegExp(tasks.lesson)).check()
    await saves(page)
    await main(page).getByRole('link', { name: title }).first().click()
    await press(page, 'Закрепить редакцию')
    await isTold(page, 'Редакция закреплена')
  })

  await test.step('a director, a methodist of a district and a teacher ask, each in two taps', async () => {
    for (const person of ['Полякова', 'Шубина']) await asks(page, person)
    await onPhone(page, () => asks(page, 'Васильков'))
  })

  await test.step('a teacher whom the head of the school has sent agrees', async () => {
    await enters(page, 'Серёжкин')
    await takesUp(page, `Решить, пойдёте ли на стажировку «${title}»`)
    await press(page, 'Согласиться')
    await isTold(page, 'Теперь ответит площадка')
  })

  await test.step('the site takes all of them: four schools and an office of two districts, a director, a methodist, teachers, a psychologist', async () => {
    await entersTheHead(page)
    for (const name of ['Полякова Э. Р.', 'Шубина Т. Е.', 'Васильков А. Ф.', 'Серёжкин П. И.', 'Кремнёв С. Г.']) {
      await takesUp(page, `Ответить, примете ли стажёра: ${name}`)
      await press(page, 'Принять')
      await isTold(page, 'Стажёр принят')
    }
    await opensSite(page)
    await main(page).getByRole('link', { name: 'Открыть список' }).click()
    for (const said of ['директор', 'методист', 'учитель', 'Каменская', 'Берёзовская', 'Полевая', 'Отдел образования'])
      await expect(main(page)).toContainText(said)
    await isFit(page)
  })

  await test.step('a day in the school in lesson time: three schools let their people go, each with a pack of its own', async () => {
    await plansEvent(
      page,
      immersion,
      {
        ...{ day: '15.12.2021', from: '08:30', until: '14:30', room: 'пос. Озёрный, школа', places: 12 },
        takesLessons: true,
      },
      site,
    )
    for (const name of ['Васильков', 'Кремнёв', 'Серёжкин']) {
      await enters(page, name)
      await opensEventOf(page, immersion)
      await press(page, 'Записаться')
      await isTold(page, 'Место за вами')
    }
    for (const [head, teacher] of [
      ['Полякова', 'Васильков А. Ф.'],
      ['Калинина', 'Кремнёв С. Г.'],
      ['Родионова', 'Серёжкин П. И.'],
    ] as const)
      await onPhone(page, () => letsGo(page, head, teacher))
  })

  await test.step('who came is the execution of the line, and nobody typed a number', async () => {
    await moveTo(page, '16.12.2021')
    await entersTheHead(page)
    await takesUp(page, `Отметить, кто был, и закрыть: «${immersion}»`)
    await page.getByRole('link', { name: 'Отметить, кто был' }).click()
    await marksWhoCame(page, /Васильков/, /Кремнёв/, /Серёжкин/)
    await isTold(page, 'Отмечено: 3 человека')
    await opensEventOf(page, immersion, 'Прошедшие')
    await press(page, 'Закрыть: оно состоялось')
    await isTold(page, 'в плане отмечено, что оно проведено')
    await page.getByRole('link', { name: 'строка плана площадки' }).click()
    await expect(main(page)).toContainText('7 человек из 3 школ')
  })

  await test.step('the teacher opens the assignment of the programme on a telephone; a film of 300 MB is refused with advice', () =>
    onPhone(page, async () => {
      await entersTheHead(page)
      await takesUp(page, 'Отметить, что стажёр начал: Васильков А. Ф.')
      await press(page, 'Стажировка началась')
      await enters(page, 'Васильков')
      await opensTrainee(page, /Васильков/)
      await press(page, /^Открыть задание/)
      await isTold(page, 'Задание перед вами')
      await expect(main(page)).toContainText('Проведите двадцать минут урока, на котором говорит каждый')
      await isFit(page)
      await page.getByLabel('Что сделали и что вышло').fill('Фильм об уроке')
      await triesFilm(page)
    }))
  await isTriedOut(page)
  await theYearEnds(page)
})

const saves = (page: Page) => press(page, page.getByRole('button', { name: 'Сохранить', exact: true }).last())

async function asks(page: Page, person: string): Promise<void> {
  await enters(page, person)
  await opensSite(page)
  await page.getByRole('link', { name: /^Попроситься/ }).click()
  await isFit(page)
  await page.getByLabel('с', { exact: true }).fill('01.12.2021')
  await page.getByLabel('по', { exact: true }).fill('10.06.2022')
  await press(page, 'Попроситься')
  await isTold(page, 'Вы попросились на стажировку')
}

async function letsGo(page: Page, head: string, teacher: string): Promise<void> {
  await enters(page, head)
  await openTasks(page)
  const asked = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: `Отпустить с уроков: ${teacher}` }) })
  await asked.filter({ hasText: immersion }).getByRole('link').last().click()
  await isFit(page)
  await press(page, new RegExp(`^Отпускаю.*${teacher.split(' ')[0]}`))
  await isTold(page, 'Вы отпустили человека с уроков')
  await bothPapersSay(page, ['Проект приказа', teacher, '15 декабря 2021 г. с 08:30 до 14:30', 'Список замен'])
}

/** A film from a telephone: with scripts it is not even chosen, without them it is not taken. */
async function triesFilm(page: Page): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'film-'))
  const film = path.join(folder, 'Урок.mp4')
  const file = await open(film, 'w')
  await file.truncate(300 * 1024 * 1024)
  await file.close()
  await page.getByLabel('Снимки или файлы').setInputFiles(film)
  if (withScripts()) {
    await expect(page.getByRole('alert')).toHaveText(
      'Выберите файл не больше 20 МБ: «Урок.mp4» больше. Видео выложите и дайте ссылку',
    )
    await isFit(page)
  } else {
    const here = page.url()
    await page.getByRole('button', { name: 'Сдать', exact: true }).click()
    await expect(page.locator('body')).toContainText('Видео выложите отдельно и дайте ссылку')
    await page.goto(here)
  }
  await rm(folder, { recursive: true })
}
