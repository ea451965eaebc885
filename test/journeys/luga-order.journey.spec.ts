// Proves L-O1, L-O3, L-O4, L-O5, L-A2, U-O3.
import { expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/luga/facts.ts'
import { opensOrder, thePaperSays } from './order-steps.ts'
import { enterAs, hasNoTask, hasTask, isRefused, isTold, noBarriers, openSection, press, takesUp } from './steps.ts'

const territory = 'Лужский район'
const weak = facts.organisations.filter(({ supportNeed }) => supportNeed).map(({ shortName }) => shortName)
const bySite = { '№ 3': weak.slice(0, 3), '№ 4': weak.slice(3, 5), '№ 6': weak.slice(5, 7) }
const mentors = 'Подобрать среди опытных учителей наставников'
const roadmap = 'Составить общую «дорожную карту»'

const entersTheHead = (page: Page) => enterAs(page, territory, 'Снигур')
const entersTheController = (page: Page) => enterAs(page, territory, 'Наумова')

test('order № 33 of Лужский район, from reading it to the points accepted', async ({ page }) => {
  test.setTimeout(240_000)

  await test.step('members see the seven schools at the three sites they are attached to', async () => {
    expect(weak).toHaveLength(7)
    await entersTheHead(page)
    for (const [number, schools] of Object.entries(bySite)) {
      await openSection(page, 'Площадки')
      await page
        .getByRole('link', { name: `МОУ «СОШ ${number}»` })
        .first()
        .click()
      const attached = page.getByRole('table', { name: 'Закреплённые школы' })
      await expect(attached.getByRole('row')).toHaveCount(schools.length + 1)
      for (const school of schools) await expect(attached).toContainText(school!)
    }
    await noBarriers(page)
  })

  await test.step('a stranger reads the register, the sites and the published order without a name of a weak school', async () => {
    await enterAs(page, territory, 'Орехова')
    await opensOrder(page, '№ 33')
    await thePaperSays(page, 'приказываю:', 'Приложение 2', 'Оредежская')
    await press(page, 'Разместить на сайте для всех')
    await isTold(page, 'Приказ размещён на сайте для всех')
    await page.context().clearCookies()
    await theSiteOfAStrangerNamesNoWeakSchool(page)
  })

  await test.step('the head reads the order and confirms it; who has not is seen', async () => {
    await entersTheHead(page)
    await takesUp(page, 'Ознакомиться с приказом № 33')
    await press(page, 'Подтвердить: приказ прочитан')
    await isTold(page, 'Вы подтвердили, что прочли приказ')
    await hasNoTask(page, 'Ознакомиться с приказом')
    await entersTheController(page)
    await opensOrder(page, '№ 33')
    await expect(page.getByText('Ещё не прочли:')).toContainText('Буржинская')
    await page.getByRole('link', { name: 'Лист ознакомления' }).click()
    await expect(page.getByRole('row').filter({ hasText: 'Снигур' })).toContainText('Ознакомлен')
    await expect(page.getByRole('row').filter({ hasText: 'Голубых' })).toContainText('Ещё не прочёл')
    await noBarriers(page)
  })

  await test.step('two points are reported; one is accepted, one returned and reported anew', async () => {
    const remark = 'Нет раздела о наблюдении за уроками'
    await entersTheHead(page)
    await reports(page, mentors, 'Наставники назначены: Ветрова, Ильин, Соколова')
    await reports(page, roadmap, 'Карта готова, четыре школы её подписали')

    await entersTheController(page)
    await decides(page, '4.2', 'Принять: поручение исполнено', 'Исполнение принято')
    await takesUp(page, 'Проверить исполнение п. 4.1')
    await page.getByLabel('Вернуть с замечанием').check()
    await press(page, 'Записать решение')
    await isRefused(page, 'Напишите, что доделать')
    await page.getByLabel('Замечание', { exact: true }).fill(remark)
    await press(page, 'Записать решение')
    await isTold(page, 'Поручение возвращено исполнителю')
    await hasNoTask(page, 'Проверить исполнение')

    await entersTheHead(page)
    await expect(await hasTask(page, roadmap)).toContainText(remark)
    await hasNoTask(page, mentors)
    await reports(page, roadmap, 'Раздел добавлен')
    await entersTheController(page)
    await decides(page, '4.1', 'Принять: поручение исполнено', 'Исполнение принято')
  })

  await test.step('the page of control shows every point with its state', async () => {
    await opensOrder(page, '№ 33')
    await page.getByRole('link', { name: 'Контроль', exact: true }).click()
    const rows = page.getByRole('table').getByRole('row').filter({ hasText: 'Снигур' })
    await expect(rows.filter({ hasText: 'п. 4.1' })).toContainText('Принято')
    await expect(rows.filter({ hasText: 'п. 4.2' })).toContainText('Принято')
    await expect(rows.filter({ hasText: 'п. 4.3' })).toContainText('В работе')
    await expect(page.getByRole('table').getByRole('link', { name: 'Буржинская' })).toHaveCount(3)
    await noBarriers(page)
  })
})

async function reports(page: Page, task: string, note: string): Promise<void> {
  await takesUp(page, task)
  await press(page, 'Отправить отчёт')
  await isRefused(page, 'Напишите о том, что сделано')
  await page.getByLabel('Что сделано', { exact: true }).fill(note)
  await press(page, 'Отправить отчёт')
  await isTold(page, 'Отчёт отправлен тому, кто контролирует приказ')
  await hasNoTask(page, task)
}

async function decides(page: Page, point: string, decision: string, told: string): Promise<void> {
  await takesUp(page, `Проверить исполнение п. ${point}`)
  await page.getByLabel(decision).check()
  await press(page, 'Записать решение')
  await isTold(page, told)
}

/** Every public page about the territory, read as text. */
async function theSiteOfAStrangerNamesNoWeakSchool(page: Page): Promise<void> {
  const isSilent = async () => {
    await noBarriers(page)
    for (const school of weak) await expect(page.getByRole('main')).not.toContainText(school!)
    await expect(page.getByRole('main')).not.toContainText('Оредеж')
  }
  await page.goto('/')
  await page.getByLabel('Территория').selectOption({ label: territory })
  await page.getByRole('button', { name: 'Показать' }).click()
  await isSilent()
  await page.getByRole('table').getByRole('link', { name: 'МОУ «СОШ № 3»' }).click()
  await isSilent()
  await page.goto('/orders')
  await page.getByRole('row').filter({ hasText: '№ 33' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Об утверждении стажировочных площадок' })).toBeVisible()
  await isSilent()
}
