import { expect, type Page } from '@playwright/test'
import { programme, tasks } from '../../../territories/lenobl/programme.ts'
import { aPhoto } from '../attachments.ts'
import { onPhone } from '../event-steps.ts'
import { test } from '../own-demonstration.ts'
import { hasNoTask, isRefused, isTold, press, takesUp } from '../steps.ts'
import { opensTrainee } from '../trainee-steps.ts'
import { enters, entersTheHead, isFit, main } from './known.ts'

const trainee = 'Васильков А. Ф.'
const remark = 'По второму показателю («Учитель меняет урок по ответам») примеров нет: назовите два таких места'
const [speaks, changes] = programme.assessment!.external.criteria.map(({ text }) => text)
const photographs = [aPhoto('Пары за работой.png'), aPhoto('Доска.png')]
const first = [
  'Урок чтения в четвёртом классе школы посёлка Озёрный.',
  'Двадцать минут работали парами, говорили все.',
  'Двое сначала молчали, потом читали друг другу.',
  'Трудно было закончить вовремя.',
].join('\n')
const second = 'Два места: после ответа про пролог дал паре время, после спора о герое сменил вопрос.'

/** Each criterion has a level in words, in one form; of these two in their order. */
async function rates(page: Page, levels: readonly [string, string]): Promise<void> {
  for (const [at, text] of [speaks!, changes!].entries())
    await page.getByRole('group', { name: text }).getByLabel(levels[at]!, { exact: true }).check()
}

/** A lesson in somebody else's class: two photographs and four lines, given back once, seen by the trainee's own eyes before others'. (R-A2p) */
export async function isTriedOut(page: Page): Promise<void> {
  await test.step('two photographs and four lines by telephone; it is asked whether children are in them', () =>
    onPhone(page, async () => {
      await enters(page, 'Васильков')
      await opensTryOut(page)
      await page.getByLabel('Снимки или файлы').setInputFiles(photographs)
      await page.getByLabel('Что сделали и что вышло').fill(first)
      await press(page, page.getByRole('button', { name: 'Сдать', exact: true }))
      await isRefused(page, 'Ответьте, есть ли на снимках дети')
      await expect(page.getByLabel('Что сделали и что вышло')).toHaveValue(first)
      await page.getByLabel('Снимки или файлы').setInputFiles(photographs)
      await page.getByLabel('Детей нет').check()
      await press(page, page.getByRole('button', { name: 'Сдать', exact: true }))
      await isTold(page, 'Работа сдана')
      for (const { name } of photographs) await expect(main(page).getByRole('link', { name })).toBeVisible()
      await expect(main(page)).toContainText('Детей на снимках нет')
      await isFit(page)
    }))

  await test.step('who leads gives it back with a remark on the second criterion', async () => {
    await entersTheHead(page)
    await takesUp(page, `Оценить пробу: ${trainee}`)
    await expect(main(page)).toContainText('Трудно было закончить вовремя')
    await isFit(page)
    await page.getByText('Вернуть с замечанием').click()
    await page.getByLabel('Чего не хватает').fill(remark)
    await press(page, 'Вернуть')
    await isTold(page, 'Работа возвращена, стажёру сообщено')
    await hasNoTask(page, `Оценить пробу: ${trainee}`)
  })

  await test.step('the second round answers it by telephone; both rounds are kept', () =>
    onPhone(page, async () => {
      await enters(page, 'Васильков')
      await takesUp(page, `Дополнить пробу «${tasks.lesson}»`)
      await expect(main(page)).toContainText(remark)
      await page.getByLabel('Что сделали и что вышло').fill(second)
      await press(page, page.getByRole('button', { name: 'Сдать', exact: true }))
      await isTold(page, 'Работа сдана')
      await expect(main(page)).toContainText('раз 2')
      await expect(main(page)).toContainText(`Вернули: ${remark}`)
      await isFit(page)
    }))

  await test.step('it is judged in words by the criteria of the programme; without one of them it is refused', async () => {
    await entersTheHead(page)
    await takesUp(page, `Оценить пробу: ${trainee}`)
    await page.getByRole('group', { name: speaks! }).getByLabel('держится', { exact: true }).check()
    await press(page, 'Записать оценку')
    await isRefused(page, `Выберите уровень: ${changes}`)
    await rates(page, ['держится', 'видно'])
    await page.getByLabel('Что удалось и что усилить').fill('Удалось: говорили все. Усилить: следить за временем.')
    await press(page, 'Записать оценку')
    await isTold(page, 'Оценка записана, часы пробы засчитаны')
    await expect(page.getByRole('button', { name: 'Записать оценку' })).toHaveCount(0)
    await isFit(page)
  })

  await test.step('the trainee sees it only after having looked at the work with own eyes', () =>
    onPhone(page, async () => {
      await enters(page, 'Васильков')
      await opensTryOut(page)
      await expect(main(page)).toContainText('Сначала оцените свою работу сами')
      await expect(main(page)).not.toContainText('следить за временем')
      await isFit(page)
      await rates(page, ['видно', 'намечено'])
      await press(page, 'Оценить себя')
      await isTold(page, 'Вы оценили свою работу')
      await expect(main(page)).toContainText('следить за временем')
      await expect(main(page)).toContainText('стажёр: намечено')
      await expect(page.getByRole('button', { name: 'Сдать', exact: true })).toHaveCount(0)
      await isFit(page)
    }))
}

async function opensTryOut(page: Page): Promise<void> {
  await opensTrainee(page, /Васильков/)
  await main(page).getByRole('link', { name: tasks.lesson }).click()
}
