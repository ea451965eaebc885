import { expect, type Page, test } from '@playwright/test'
import { theRegisterHas } from '../order-steps.ts'
import { bothPapersSay, noPaperSays } from '../papers.ts'
import { acceptsReport, assemblesReport, handsInReport, isRefusedWithout, returnsReport } from '../report-steps.ts'
import { enterAs, fitsPhone, hasNoTask, hasTask, isReminded, isTold, moveTo, noBarriers, press, takesUp } from '../steps.ts'
import { asOnPhone, onPhone, opensSite } from '../trainee-steps.ts'
import {
  counting,
  deciding,
  dynamics,
  entersTheHead,
  entersTheMethodist,
  goals,
  lines,
  main,
  noMentors,
  programme,
  reading,
  territory,
  theme,
} from './known.ts'
import { family } from './trainees.ts'
import { missing } from './year.ts'

const done = 'Пять мероприятий прошли, шестое отменено из-за карантина: тема площадки раскрыта.'
const grown = 'Учителя составляют задания сами.'
const figures = { [reading]: 'выросли 5 из 6, без изменений 1', [counting]: 'мало данных: 3' }
const twoWeeks = 'Сдайте отчёт за 2021/22 учебный год до 15 июня 2022 г.'

/** The report, the papers, the end of the term. (C-43, C-61, X-T1) */
export function theYearEnds(): void {
  test('the report assembles itself: nobody types a number, the dynamics stand beside criterion 2 of 6.1', async ({ page }) => {
    await test.step('it is spoken of 30 and 7 days before', async () => {
      await entersTheHead(page)
      await isReminded(page, 'Беляева О. И.', twoWeeks)
      await entersTheHead(page)
      await moveTo(page, '01.06.2022')
    })

    await test.step('assembled on 1 June', async () => {
      await entersTheHead(page)
      await assemblesReport(page, '2021/22')
      await expect(main(page)).toContainText(lines[0]!.activity)
      for (const [direction, words] of Object.entries(figures)) {
        await expect(main(page).getByRole('row', { name: direction })).toContainText(words)
      }
      await noMentors(page)
      await isRefusedWithout(page, { [goals]: done }, dynamics)
      await expect(page.getByRole('spinbutton')).toHaveCount(0)
    })

    await test.step('sent on 8 June', async () => {
      await moveTo(page, '08.06.2022')
      await entersTheHead(page)
      await isReminded(page, 'Беляева О. И.', twoWeeks, 2)
      await takesUp(page, 'отчёт за 2021/22')
      await page.getByRole('link', { name: 'Написать выводы' }).click()
      await handsInReport(page, { [goals]: done, [dynamics]: grown })
      await hasNoTask(page, 'Сдать отчёт')
    })
  })

  test('the centre asks why a line was called off; the report is sent again and accepted', async ({ page }) => {
    const remark = 'Почему отменена строка 4'
    await entersTheMethodist(page)
    await moveTo(page, '10.06.2022')
    await entersTheMethodist(page)
    await returnsReport(page, deciding, remark)
    await entersTheHead(page)
    await takesUp(page, 'Исправить и снова отправить отчёт за 2021/22')
    await expect(page.getByText(remark).first()).toBeVisible()
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { [goals]: `${done} Стажёры правили программы дома.` })
    await bothPapersSay(page, [
      'Отчёт',
      grown,
      'правили программы дома',
      dynamics,
      figures[reading]!,
      figures[counting]!,
      'Беляева',
    ])
    await noPaperSays(page, ['наставни'])
    await entersTheMethodist(page)
    await moveTo(page, '11.06.2022')
    await entersTheMethodist(page)
    await acceptsReport(page, deciding)
    await entersTheHead(page)
    await hasNoTask(page, 'отчёт')
  })

  test('the other site sends its report on the last day: it is in time', async ({ page }) => {
    await enterAs(page, territory, 'Фадеева')
    await moveTo(page, '15.06.2022')
    await enterAs(page, territory, 'Фадеева')
    await expect(await hasTask(page, 'Сдать отчёт за 2021/22')).toContainText('сегодня')
    await assemblesReport(page, '2021/22')
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { [goals]: 'Программа площадки написана.', [dynamics]: 'Стажёр учится.' })
    await expect(main(page)).not.toContainText(/опозда|позже срока/i)
  })

  test('papers: five have mastered the programme, one took part; a stranger checks, a revoked one says so', async ({ page }) => {
    await test.step('five papers in one press, each with its number', async () => {
      await entersTheHead(page)
      await moveTo(page, '20.06.2022')
      await entersTheHead(page)
      await takesUp(page, 'Выдать бумаги об освоении: ждут 5 человек')
      await expect(main(page)).toContainText('Завершили, но условий не выполнили: 1 человек')
      await expect(main(page).getByRole('row', { name: new RegExp(family(missing)) })).toContainText('есть 20')
      await noBarriers(page)
      await press(page, 'Выдать отмеченным')
      await expect(page.getByText('Выдано: 5 бумаг')).toBeVisible()
      await noBarriers(page)
      await page.getByRole('link', { name: /Веткин/ }).click()
      await bothPapersSay(page, ['СПРАВКА', 'Веткин Родион Савельевич', programme.title, '36 академических часов'])
    })

    await test.step('who missed two sessions has a paper of what she was at', async () => {
      await takesUp(page, /^Выдать справки/)
      for (const box of await page.getByRole('checkbox').all())
        if (!(await isOf(page, await box.getAttribute('id'), family(missing)))) await box.uncheck()
      await press(page, 'Выдать отмеченным')
      await expect(page.getByText('Выдано: 1 бумага')).toBeVisible()
    })

    await test.step('the holder lets the name be shown; a stranger with a telephone reads every line', async () => {
      const address = await onPhone(page, async () => {
        await enterAs(page, territory, 'Веткин')
        return ownPaper(page)
      })
      await page.context().clearCookies()
      await onPhone(page, async () => {
        await page.goto(address)
        await expect(page.getByText('Справка выдана и действует')).toBeVisible()
        for (const said of ['Веткин Родион Савельевич', programme.title, '36 академических часов', 'Т. Н. Коротеева'])
          await expect(main(page)).toContainText(said)
        await fitsPhone(page)
        await noBarriers(page)
      })
    })

    await test.step('a paper taken back says so to everybody', async () => {
      await asOnPhone(page, territory, 'Громов', async () => {
        await page.goto('/t/chebula/my')
        await expect(main(page)).toContainText('Справка')
      })
      await entersTheHead(page)
      await opensSite(page, theme)
      await main(page).getByRole('region', { name: 'Справки и сертификаты' }).getByRole('link').first().click()
      await main(page)
        .getByRole('link', { name: /Громов/ })
        .first()
        .click()
      const address = (await main(page).getByRole('link', { name: '/c' }).first().getAttribute('href')) ?? ''
      await page.getByText('Отозвать', { exact: true }).first().click()
      await page.getByLabel('Почему отзываете').fill('Ошибка в отчестве')
      await press(page, 'Отозвать')
      await isTold(page, 'Бумага отозвана')
      await page.context().clearCookies()
      await page.goto(address)
      await expect(main(page)).toContainText('Справка отозвана 20 июня 2022 г.')
      await expect(main(page)).toContainText('Ошибка в отчестве')
      await noBarriers(page)
    })
  })

  test('the term ends with 31 August: the site is not in the register, and nobody can be taken', async ({ page }) => {
    await entersTheMethodist(page)
    await opensSite(page, theme)
    const site = page.url()
    await moveTo(page, '01.09.2022')
    await theRegisterHas(page, 'Чебулинская', { on: '', sites: 0 })
    await theRegisterHas(page, 'Чебулинская', { on: '31.08.2022', sites: 2 })
    await entersTheMethodist(page)
    await page.goto(site)
    await expect(main(page)).toContainText(/Срок статуса|статус.*закончи/i)
    await enterAs(page, territory, 'Орлов')
    await page.goto(site)
    await expect(page.getByRole('link', { name: 'Попроситься на стажировку' })).toHaveCount(0)
    await noBarriers(page)
  })
}

const isOf = async (page: Page, id: string | null, name: string): Promise<boolean> =>
  (await page.locator(`label[for="${id}"]`).filter({ hasText: name }).count()) > 0

/** The address at which anybody checks one's own paper, which the holder lets show the name. */
async function ownPaper(page: Page): Promise<string> {
  await page.goto('/t/chebula/my')
  await press(page, 'Показывать имя')
  await isTold(page, 'Теперь при проверке ваших бумаг видно имя')
  await page
    .getByRole('link', { name: /^Справка № / })
    .first()
    .click()
  return (await main(page).getByRole('link', { name: '/c' }).first().getAttribute('href')) ?? ''
}
