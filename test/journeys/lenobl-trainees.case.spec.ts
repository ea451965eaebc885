// Proves R-A2c, R-A2p, R-22v, X-T1, X-E1.
import { Buffer } from 'node:buffer'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { plans } from '../../territories/lenobl/plans.ts'
import { programme, tasks } from '../../territories/lenobl/programme.ts'
import type { Picked } from './attachments.ts'
import { marksWhoCame, onPhone, opensEventOf, plansEvent } from './event-steps.ts'
import { test } from './own-demonstration.ts'
import { bothPapersSay, noPaperSays } from './papers.ts'
import { enterAs, fitsPhone, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp, withScripts } from './steps.ts'

const territory = 'Ленинградская область'
const site = /Озёрная/
const { title } = programme
const immersion = plans[0]!.lines[1]!.activity
const main = (page: Page) => page.getByRole('main')
const enters = (page: Page, person: string) => enterAs(page, territory, person)
const entersTheHead = (page: Page) => enters(page, 'Вишняков')
const isFit = async (page: Page) => {
  await noBarriers(page)
  await fitsPhone(page)
}

/** The smallest picture: one grey point. */
const aPicture = (name: string): Picked => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
})

async function opensSite(page: Page): Promise<void> {
  await openSection(page, 'Площадки')
  await main(page).getByRole('link', { name: site }).first().click()
}
async function opensTrainee(page: Page): Promise<void> {
  await openSection(page, 'Стажировки')
  await main(page)
    .getByRole('link', { name: /Васильков/ })
    .first()
    .click()
}

test('Ленинградская область: trainees of several schools, a day in the school, a try-out in two rounds, the paper', async ({
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

  await test.step('a director, a methodist of a district and a teacher ask, each in two taps; whom the paper does not mean cannot', async () => {
    for (const person of ['Полякова', 'Шубина']) await asks(page, person)
    await onPhone(page, () => asks(page, 'Васильков'))
    await enters(page, 'Лукин')
    await opensSite(page)
    await expect(page.getByRole('link', { name: /^Попроситься/ })).toHaveCount(0)
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
    await plansEvent(page, immersion, {
      ...{ site, day: '15.12.2021', from: '08:30', until: '14:30', room: 'пос. Озёрный, школа', places: 12 },
      takesLessons: true,
    })
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
      await opensTrainee(page)
      await press(page, /^Открыть задание/)
      await isTold(page, 'Задание перед вами')
      await expect(main(page)).toContainText('Проведите двадцать минут урока, на котором говорит каждый')
      await isFit(page)
      await page.getByLabel('Что сделали и что вышло').fill('Фильм об уроке')
      await triesFilm(page)
    }))

  await test.step('two photographs and four lines; children are asked about, and oneself is rated first', () =>
    onPhone(page, async () => {
      await handsIn(page, ['Парты парами.png', 'Доска после урока.png'])
      await isRefused(page, 'Ответьте, есть ли на снимках дети')
      await handsIn(page, ['Парты парами.png', 'Доска после урока.png'], 'Детей нет')
      await isTold(page, 'Работа сдана')
      await expect(main(page)).toContainText('Детей на снимках нет')
      await rates(page, 'намечено')
      await press(page, 'Оценить себя')
      await isTold(page, 'Вы оценили свою работу')
      await isFit(page)
    }))

  await test.step('it is returned with a remark on a criterion, put right by two lines, and the second round is assessed', async () => {
    const remark = 'Критерий 2: назовите два места, где вы изменили урок по ответам'
    await entersTheHead(page)
    await takesUp(page, 'Оценить пробу: Васильков А. Ф.')
    await expect(main(page)).toContainText('стажёр: намечено')
    await isFit(page)
    await page.getByText('Вернуть с замечанием').first().click()
    await page.getByLabel('Чего не хватает').fill(remark)
    await press(page, 'Вернуть')
    await isTold(page, 'Работа возвращена')
    await onPhone(page, async () => {
      await enters(page, 'Васильков')
      await takesUp(page, `Дополнить пробу «${tasks.lesson}»`)
      await expect(main(page)).toContainText(remark)
      await page.getByLabel('Что сделали и что вышло').fill('Первое: дал время подумать. Второе: вернулся к чужой ошибке.')
      await press(page, 'Сдать')
      await isTold(page, 'Работа сдана')
      await isFit(page)
    })
    await entersTheHead(page)
    await takesUp(page, 'Оценить пробу: Васильков А. Ф.')
    await expect(main(page)).toContainText('раз 2')
    await rates(page, 'видно')
    await press(page, 'Записать оценку')
    await isTold(page, 'Оценка записана, часы пробы засчитаны')
    await expect(page.getByRole('button', { name: 'Записать оценку' })).toHaveCount(0)
  })

  await test.step('the year ends: sessions are held, the traineeship is finished with 36 hours', async () => {
    await moveTo(page, '10.06.2022')
    await opensTrainee(page)
    for (const session of [tasks.look, tasks.plan, tasks.gather]) {
      await press(page, page.getByRole('row', { name: session }).getByRole('button', { name: /^Проведено/ }))
      await isTold(page, 'часы записаны')
    }
    await page.getByText('Завершить стажировку').click()
    await press(page, 'Завершить')
    await isTold(page, 'Стажировка завершена')
    await expect(main(page)).toContainText('часов дано — 36')
  })

  await test.step('the paper is a справка of 36 hours; an удостоверение is nowhere to be had', async () => {
    await takesUp(page, 'Выдать бумаги об освоении: ждёт 1 человек')
    await expect(main(page)).toContainText('справки об освоении программы')
    await expect(main(page)).not.toContainText(/удостоверени/i)
    await isFit(page)
    await press(page, 'Выдать отмеченным')
    await expect(page.getByText('Выдано: 1 бумага')).toBeVisible()
    await page.getByRole('link', { name: 'Васильков' }).click()
    await bothPapersSay(page, ['СПРАВКА', 'Васильков Артемий Фокич', title, '36 академических часов'])
    await noPaperSays(page, ['удостоверен', 'УДОСТОВЕРЕН'])
  })

  await test.step('the column of the report on the plan has filled itself', async () => {
    await openSection(page, 'Планы')
    await main(page).getByRole('link', { name: site }).first().click()
    await expect(main(page)).toContainText('7 человек из 3 школ')
    await isFit(page)
    await bothPapersSay(page, ['Отчёт о выполнении', 'Проведено 15.12.2021, 7 человек из 3 школ'])
  })
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
  await takesUp(page, `Отпустить с уроков: ${teacher}`)
  await isFit(page)
  await press(page, new RegExp(`^Отпускаю.*${teacher.split(' ')[0]}`))
  await isTold(page, 'Вы отпустили человека с уроков')
  await bothPapersSay(page, ['Проект приказа', teacher, '15 декабря 2021 г. с 08:30 до 14:30', 'Список замен'])
}

async function handsIn(page: Page, pictures: readonly string[], children?: string): Promise<void> {
  await page.getByLabel('Снимки или файлы').setInputFiles(pictures.map(aPicture))
  await page
    .getByLabel('Что сделали и что вышло')
    .fill('Класс работал в парах.\nДвое молчали.\nЯ дал им роли.\nК концу говорили все.')
  if (children) await page.getByLabel(children).check()
  await press(page, 'Сдать')
}

/** The same level by every criterion. */
async function rates(page: Page, level: string): Promise<void> {
  for (const one of await page.getByLabel(level, { exact: true }).all()) await one.check()
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
