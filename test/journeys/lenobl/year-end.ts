import { expect, type Page } from '@playwright/test'
import { tasks } from '../../../territories/lenobl/programme.ts'
import { test } from '../own-demonstration.ts'
import { bothPapersSay, noPaperSays } from '../papers.ts'
import { moveTo, openSection, press, takesUp } from '../steps.ts'
import { finishes, marksHeld, onPhone } from '../trainee-steps.ts'
import { enters, entersTheHead, immersion, isFit, main, site, title } from './known.ts'

const qualifying = /удостоверени/i

/** June: the column of the report on the plan, papers about 36 hours, never a document of qualification. (R-A2p, X-T1, X-E1) */
export async function theYearEnds(page: Page): Promise<void> {
  await test.step('the hours are all given by June: what was held is marked, nobody types how many', async () => {
    await moveTo(page, '08.06.2022')
    await entersTheHead(page)
    await marksHeld(page, /Васильков/, [tasks.look, tasks.plan, tasks.gather])
    await expect(page.getByRole('spinbutton')).toHaveCount(0)
    await isFit(page)
    await finishes(page)
    await expect(main(page)).toContainText('часов дано — 36')
  })

  await test.step('a paper about 36 hours; there is no document of qualification to choose', async () => {
    await takesUp(page, /^Выдать бумаги об освоении/)
    await expect(main(page)).toContainText('Васильков')
    await expect(main(page)).not.toContainText(qualifying)
    await isFit(page)
    await press(page, 'Выдать отмеченным')
    await expect(page.getByText(/^Выдано: /).first()).toBeVisible()
    await page.getByRole('link', { name: /Васильков/ }).click()
    await bothPapersSay(page, [
      'СПРАВКА',
      'Васильков Артемий Фокич',
      title,
      '36 академических часов',
      'не является документом о квалификации',
    ])
    await noPaperSays(page, ['УДОСТОВЕРЕНИЕ', 'Удостоверение', 'удостоверение'])
    await isFit(page)
  })

  await test.step('what the trainee has: the paper, the hours', () =>
    onPhone(page, async () => {
      await enters(page, 'Васильков')
      await openSection(page, 'Моё')
      await expect(main(page)).toContainText('Справка')
      await expect(main(page)).toContainText('36')
      await isFit(page)
    }))

  await test.step('papers about events: two kinds to choose from', async () => {
    await entersTheHead(page)
    await takesUp(page, /^Выдать справки/)
    await expect(main(page)).not.toContainText(qualifying)
    await isFit(page)
  })

  await test.step('the column of the report on the plan has filled itself', async () => {
    await openSection(page, 'Планы')
    await main(page).getByRole('link', { name: site }).first().click()
    await expect(main(page)).toContainText('7 человек из 3 школ')
    await isFit(page)
    await bothPapersSay(page, ['Отчёт о выполнении', immersion, '7 человек из 3 школ'])
  })
}
