// Proves C-12, C-42i, C-61.
import { expect, type Page, test } from '@playwright/test'
import { enterAs, fitsPhone, hasNoTask, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'

const territory = 'Чебулинский округ'
const theme = 'Функциональная грамотность'
const title = 'Задания, над которыми думают'
const directions = ['Читательская грамотность', 'Математическая грамотность']
const sessions = [
  { name: 'Семинар о хорошем задании', form: 'Семинар (можно дистанционно)', hours: '12', day: '28.09.2021' },
  { name: 'Практикум: составляем задания', form: 'Практикум', hours: '12', day: '09.12.2021' },
  { name: 'Круглый стол: что вышло', form: 'Круглый стол', hours: '12', day: '19.05.2022' },
] as const

const main = (page: Page) => page.getByRole('main')
/** The site of the story: the school may have another by another theme. */
async function opensSite(page: Page): Promise<void> {
  await openSection(page, 'Площадки')
  await main(page).getByRole('row').filter({ hasText: theme }).filter({ hasText: 'Усть-Чебул' }).getByRole('link').first().click()
}
async function opensTrainee(page: Page, name: string | RegExp): Promise<void> {
  await openSection(page, 'Стажировки')
  await main(page).getByRole('link', { name }).first().click()
}
/** The mark that a session was held. */
const markOf = (page: Page, session: string) =>
  page.getByRole('row', { name: session }).getByRole('button', { name: /^Проведено/ })
/** Says how a trainee stands, the same level for every direction. */
async function measures(page: Page, level: string): Promise<void> {
  for (const direction of directions)
    await page.getByRole('group', { name: direction }).getByLabel(level, { exact: true }).check()
  await press(page, 'Записать')
  await isTold(page, 'Измерение записано')
}

test('Чебулинский округ: a teacher is sent, learns by a plan of their own and finishes; the centre sees the hours', async ({
  page,
}) => {
  await test.step('the head of the site writes a programme of 36 hours and fixes it', async () => {
    await enterAs(page, territory, 'Беляева')
    await opensSite(page)
    await main(page).getByRole('link', { name: 'Программы', exact: true }).click()
    await page.getByLabel('Название программы').fill(title)
    await press(page, 'Начать программу')
    await page.getByRole('link', { name: 'Писать программу' }).click()
    await page.locator('[name="directions.0.text"]').fill(directions[0]!)
    await press(page, page.getByRole('button', { name: 'Добавить направление' }))
    await page.locator('[name="directions.1.text"]').fill(directions[1]!)
    await press(page, page.getByRole('button', { name: 'Сохранить' }).last())
    await main(page).getByRole('link', { name: 'Содержание по темам' }).first().click()
    await page.getByLabel('Название темы').fill('Хорошее задание')
    await press(page, 'Добавить тему')
    for (const [at, { name, form, hours }] of sessions.entries()) {
      if (at > 0) await press(page, page.getByRole('button', { name: 'Добавить занятие' }))
      await page.locator(`[name="sessions.${at}.title"]`).fill(name)
      await page.locator(`[name="sessions.${at}.form"]`).selectOption({ label: form })
      await page.locator(`[name="sessions.${at}.hours"]`).fill(hours)
    }
    await press(page, page.getByRole('button', { name: 'Сохранить' }).last())
    await main(page).getByRole('link', { name: title }).first().click()
    await press(page, 'Закрепить редакцию')
    await isTold(page, 'Редакция закреплена')
  })

  await test.step('until the centre has discussed it nobody can be sent', async () => {
    await opensSite(page)
    await main(page).getByRole('link', { name: 'Открыть список' }).click()
    await page.getByRole('link', { name: 'Предложить стажировку' }).click()
    await expect(main(page)).toContainText('Стажироваться пока не по чему')
    await expect(main(page)).toContainText('п. 4.2')
    await page.getByRole('link', { name: 'Открыть программы' }).click()
    await main(page).getByRole('link', { name: title }).click()
    await press(page, 'Отправить на согласование')
    await enterAs(page, territory, 'Морозова')
    await takesUp(page, `Обсудить программу «${title}»: МБОУ «Усть-Чебулинская ООШ»`)
    await press(page, 'Обсуждена')
    await isTold(page, 'Программа согласована')
  })

  await test.step('a head of another school sends a teacher; the deputy, whom the paper does not mean, is not in the list', async () => {
    await enterAs(page, territory, 'Данильченко')
    await opensSite(page)
    await page.getByRole('link', { name: 'Направить своего педагога' }).click()
    await noBarriers(page)
    await fitsPhone(page)
    await expect(page.getByLabel('Кого').getByRole('option', { name: /Копылов/ })).toHaveCount(0)
    await page.getByLabel('Кого').selectOption({ label: 'Орлов Тимофей Ильич' })
    await page.getByLabel('с', { exact: true }).fill('13.09.2021')
    await page.getByLabel('по', { exact: true }).fill('01.09.2022')
    await press(page, 'Направить')
    await isRefused(page, 'Поставьте дни внутри срока статуса площадки')
    await page.getByLabel('по', { exact: true }).fill('31.05.2022')
    await press(page, 'Направить')
    await isTold(page, 'Вы направили педагога')
  })

  await test.step('the teacher says yes, then the site does; silence would have been no', async () => {
    await enterAs(page, territory, 'Орлов')
    await takesUp(page, `Решить, пойдёте ли на стажировку «${title}»`)
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, 'Согласиться')
    await isTold(page, 'Теперь ответит площадка')
    await enterAs(page, territory, 'Беляева')
    await takesUp(page, 'Ответить, примете ли стажёра: Орлов Т. И.')
    await noBarriers(page)
    await press(page, 'Принять')
    await isTold(page, 'Стажёр принят')
  })

  await test.step('the head gives the trainee days of their own, by clause 5.2', async () => {
    await page.getByRole('link', { name: 'Назначить дни занятий' }).click()
    await expect(main(page)).toContainText('п. 5.2')
    await noBarriers(page)
    await fitsPhone(page)
    for (const { name, day } of sessions) await page.getByLabel(`Орлов Т. И.: ${name}`, { exact: true }).fill(day)
    await press(page, 'Сохранить планы')
    await isTold(page, 'Планы сохранены')
  })

  await test.step('the school sees whom it sent, and takes the papers that let him go from lessons', async () => {
    await enterAs(page, territory, 'Данильченко')
    await opensTrainee(page, 'Орлов Т. И.')
    await expect(main(page)).toContainText('Освобождение от уроков')
    const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать .pdf' }).click()])
    expect(paper.suggestedFilename()).toMatch(/\.pdf$/)
    await noBarriers(page)
  })

  await test.step('on the first day it begins; both say how he stands before the lessons', async () => {
    await moveTo(page, '13.09.2021')
    await enterAs(page, territory, 'Беляева')
    await takesUp(page, 'Отметить, что стажёр начал: Орлов Т. И.')
    await press(page, 'Стажировка началась')
    await isTold(page, 'Стажировка началась')
    await measures(page, 'намечено')
    await enterAs(page, territory, 'Орлов')
    await opensTrainee(page, 'Орлов Т. И.')
    await measures(page, 'не видно')
    await expect(main(page)).not.toContainText('Какое измерение')
  })

  await test.step('what was held gives its hours; what is still to come cannot be marked', async () => {
    await moveTo(page, '10.12.2021')
    await enterAs(page, territory, 'Беляева')
    await opensTrainee(page, 'Орлов Т. И.')
    for (const { name } of sessions.slice(0, 2)) {
      await press(page, markOf(page, name))
      await isTold(page, 'часы записаны')
    }
    await expect(markOf(page, sessions[2].name)).toHaveCount(0)
    await enterAs(page, territory, 'Орлов')
    await openSection(page, 'Моё')
    await expect(main(page)).toContainText('академических часов: 24 из 36')
    await noBarriers(page)
    await fitsPhone(page)
  })

  await test.step('at the end the last lesson, the exit measurement, and it is finished with 36 hours', async () => {
    await moveTo(page, '31.05.2022')
    await enterAs(page, territory, 'Беляева')
    await opensTrainee(page, 'Орлов Т. И.')
    await press(page, markOf(page, sessions[2].name))
    await page.getByLabel('На выходе').check()
    await measures(page, 'видно')
    await page.getByText('Завершить стажировку').click()
    await press(page, 'Завершить')
    await isTold(page, 'Стажировка завершена')
    await expect(main(page)).toContainText('часов дано — 36')
    await noBarriers(page)
    await hasNoTask(page, 'Завершить стажировку: Орлов Т. И.')
  })

  await test.step('the centre sees it among the finished ones', async () => {
    await enterAs(page, territory, 'Морозова')
    await openSection(page, 'Стажировки')
    await main(page).getByRole('link', { name: 'Завершённые' }).click()
    await expect(main(page).getByRole('row', { name: /Орлов Т\. И\./ })).toContainText('36 из 36')
  })
})
