// Proves T-47, T-46, T-45, X-E1, C-12, X-T1.
import { expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/turochak/facts.ts'
import { draftOrder } from '../../territories/turochak/order.ts'
import { turochak as regulation } from '../regulations.ts'
import { closesEvent, opensEventOf, plansEvent, takesPlaceAt } from './event-steps.ts'
import { signs, thePaperSays, theRegisterHas } from './order-steps.ts'
import { bothPapersSay } from './papers.ts'
import { makesPlan, saysYes } from './plan-steps.ts'
import { acceptsReport, handsInReport } from './report-steps.ts'
import {
  enterAs,
  fitsPhone,
  hasNoTask,
  hasTask,
  isRefused,
  isTold,
  moveTo,
  noBarriers,
  openSection,
  press,
  takesUp,
} from './steps.ts'
import {
  admits,
  asOnPhone,
  begin,
  finishes,
  marksHeld,
  opensSite,
  opensTrainee,
  type Programme,
  writesProgramme,
  writesTerm,
} from './trainee-steps.ts'

const territory = 'Турочакский район'
const school = 'МОУ «Кедровая СОШ»'
const practice = 'Урок в малокомплектной школе'

test('Турочакский район: a signed order puts a site with its coordinator into the register', async ({ page }) => {
  await test.step('before the signature there is no site', async () => {
    await theRegisterHas(page, 'Кедровая', { on: '', sites: 0 })
  })

  await test.step('the head of the authority reads what the order changes and signs it', async () => {
    await enterAs(page, territory, 'Алтынова')
    await signs(page, draftOrder.title, 'Приказ подписан под № 1')
    await thePaperSays(page, 'Присвоить статус', 'Приложение 2', 'Кедровая')
    await hasNoTask(page, 'Подписать')
  })

  await test.step('the site stands in the register; its page names the coordinator', async () => {
    await theRegisterHas(page, 'Кедровая', { on: '', sites: 1 })
    await theRegisterHas(page, 'Кедровая', { on: '03.09.2023', sites: 0 })
    await enterAs(page, territory, 'Самойлова')
    await openSection(page, 'Площадки')
    await page.getByRole('link', { name: school }).first().click()
    await expect(page.getByRole('main')).toContainText('Чупина')
    await noBarriers(page)
  })

  await test.step('the coordinator has the point of the order as a task', async () => {
    await enterAs(page, territory, 'Чупина')
    await hasTask(page, 'разместить реестр площадок на сайте')
  })

  await test.step('a practice that is not over has no report yet, and what was typed stays', async () => {
    await enterAs(page, territory, 'Самойлова')
    await openSection(page, 'Площадки')
    await page.getByRole('link', { name: school }).first().click()
    await page.getByRole('link', { name: 'Все отчёты площадки' }).click()
    await page.getByLabel('Практика').fill(practice)
    const days = page.getByRole('group', { name: 'Когда она прошла' })
    await days.getByRole('textbox').first().fill('04.09.2023')
    await days.getByRole('textbox').last().fill('30.09.2023')
    await press(page, 'Собрать отчёт')
    await isRefused(page, 'Практика ещё идёт')
    await expect(page.getByLabel('Практика')).toHaveValue(practice)
    await noBarriers(page)
  })

  await test.step('the report on a finished practice goes to the coordinator, as clause 4.5 says', async () => {
    await page.getByRole('group', { name: 'Когда она прошла' }).getByRole('textbox').last().fill('04.09.2023')
    await press(page, 'Собрать отчёт')
    await isTold(page, 'Отчёт собран: допишите его и сдайте')
    await noBarriers(page)
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { Выводы: 'Площадка только открыта: мероприятия впереди.' })
    await enterAs(page, territory, 'Торопова')
    await hasNoTask(page, 'Принять отчёт')
    await enterAs(page, territory, 'Чупина')
    await acceptsReport(page, `Принять отчёт по практике «${practice}»: ${school}`)
    await hasNoTask(page, 'Принять отчёт')
  })
})

const lines = facts.plans![0]!.lines.slice(0, 2)
const seminar = lines[0]!.activity
const theme = 'разноуровневое обучение'

test('Турочакский район: snow moves an event; places stay, two come in from the queue, calendars follow', async ({ page }) => {
  await test.step('the programme of events is agreed by the office and approved by the head of the school', async () => {
    await enterAs(page, territory, 'Самойлова')
    await makesPlan(page, lines, { regulation, facts })
    await press(page, 'Отправить на согласование')
    await enterAs(page, territory, 'Торопова')
    await saysYes(page, 'Согласовать план на', 'Согласовать', 'передан')
    await enterAs(page, territory, 'Тадыков')
    await saysYes(page, 'Утвердить план на', /^Утвердить/, 'действует')
  })

  let feed = ''
  await test.step('two places are taken, two wait; a teacher has made a calendar for the telephone', async () => {
    await enterAs(page, territory, 'Самойлова')
    await plansEvent(page, seminar, { day: '05.10.2023', from: '10:00', until: '13:00', room: 'каб. 4', places: 2 }, school)
    for (const name of ['Сафонова', 'Бедарева']) await asOnPhone(page, territory, name, () => takesPlaceAt(page, seminar))
    for (const name of ['Ивашкин', 'Кыпчакова'])
      await asOnPhone(page, territory, name, () => takesPlaceAt(page, seminar, 'вы в очереди', 'Встать в очередь'))
    await asOnPhone(page, territory, 'Сафонова', async () => {
      await openSection(page, 'Моё')
      await press(page, 'Получить адрес календаря')
      feed = (await page.getByRole('main').locator('code').textContent()) ?? ''
      expect(await calendarAt(page, feed)).toMatchObject({ day: '20231005', version: expect.any(Number) })
    })
  })

  await test.step('the snow: another day and four places; those who had a place keep it, the two who waited come in', async () => {
    await enterAs(page, territory, 'Самойлова')
    await moveTo(page, '04.10.2023')
    await enterAs(page, territory, 'Самойлова')
    const before = await calendarAt(page, feed)
    await opensEventOf(page, seminar)
    await page.getByRole('link', { name: 'Изменить время, место и число мест' }).click()
    await page.getByLabel('День', { exact: true }).fill('12.10.2023')
    await page.getByLabel('Сколько мест', { exact: true }).fill('4')
    await press(page, 'Сохранить')
    await isTold(page, 'Мероприятие сохранено')
    await noBarriers(page)
    const after = await calendarAt(page, feed)
    expect(after.uid).toBe(before.uid)
    expect(after.day).toBe('20231012')
    expect(after.version).toBeGreaterThan(before.version)
    for (const name of ['Сафонова', 'Бедарева', 'Ивашкин', 'Кыпчакова'])
      await asOnPhone(page, territory, name, async () => {
        await takesUp(page, `Прийти: «${seminar}»`)
        await expect(page.getByRole('main')).toContainText('12 октября')
      })
    await fitsPhone(page)
  })

  await test.step('held on the new day by three of four', async () => {
    await moveTo(page, '13.10.2023')
    await enterAs(page, territory, 'Самойлова')
    await closesEvent(page, seminar, { present: ['Сафонова', 'Бедарева', 'Ивашкин'] })
    await page.getByRole('link', { name: 'строка плана площадки' }).click()
    await expect(page.getByRole('main')).toContainText('3 человек')
  })
})

const programme: Programme = {
  ...{ title: 'Один класс — три уровня', directions: [], topic: 'Разноуровневый урок', share: '100', exit: false },
  sessions: [
    { name: 'Урок в чужом классе', form: 'Практическое занятие', hours: '10' },
    { name: 'Карточки трёх уровней', form: 'Практическое занятие', hours: '8' },
  ],
}
const licence = 'БУ ДПО РА «Институт повышения квалификации»'
const learning = ['Бедарева Н. П.', 'Сафонова Р. И.'] as const

test('Турочакский район: one learns in another form, one within a licensed programme whose holder is named, by clause 4.4', async ({
  page,
}) => {
  await test.step('the office agrees to the programme of 18 hours', async () => {
    await enterAs(page, territory, 'Самойлова')
    await writesProgramme(page, theme, programme)
    await press(page, 'Отправить на согласование')
    await enterAs(page, territory, 'Торопова')
    await takesUp(page, `Согласовать программу «${programme.title}»`)
    await press(page, /^Согласова/)
    await isTold(page, 'Программа согласована')
  })

  await test.step('both ask on their telephones; a licensed form without the holder of the licence is refused', async () => {
    await asOnPhone(page, territory, 'Бедарева', async () => {
      await asks(page, 'другой вид')
      await press(page, 'Попроситься')
      await isTold(page, 'Вы попросились на стажировку')
    })
    await asOnPhone(page, territory, 'Сафонова', async () => {
      await asks(page, 'программа повышения квалификации')
      await press(page, 'Попроситься')
      await isRefused(page, 'п. 4.4')
      await expect(page.getByLabel('с', { exact: true })).toHaveValue('16.10.2023')
      await page.getByLabel('У кого лицензия').fill(licence)
      await press(page, 'Попроситься')
      await isTold(page, 'Вы попросились на стажировку')
      await fitsPhone(page)
      await noBarriers(page)
    })
  })

  await test.step('the page of each says its form; the licence stands with one alone', async () => {
    await enterAs(page, territory, 'Самойлова')
    await admits(page, learning)
    await opensTrainee(page, learning[1])
    await expect(page.getByRole('main')).toContainText(`лицензия — ${licence}`)
    await noBarriers(page)
    await opensTrainee(page, learning[0])
    await expect(page.getByRole('main')).toContainText('другой вид')
    await expect(page.getByRole('main')).not.toContainText('лицензия')
  })

  await test.step('they learn 18 hours; the paper names who gives a document of qualification to the one', async () => {
    await moveTo(page, '30.11.2023')
    await enterAs(page, territory, 'Самойлова')
    await begin(page, learning)
    for (const name of learning) {
      await marksHeld(
        page,
        name,
        programme.sessions.map((one) => one.name),
      )
      await finishes(page)
    }
    await takesUp(page, 'Выдать бумаги об освоении: ждут 2 человека')
    await press(page, 'Выдать отмеченным')
    await expect(page.getByText('Выдано: 2 бумаги')).toBeVisible()
    await page.getByRole('link', { name: /Сафонова/ }).click()
    await bothPapersSay(page, ['Сафонова Рита Ивановна', '18 академических часов', licence])
    await expect(page.getByRole('main')).not.toContainText('Удостоверение выдано')
  })
})

async function asks(page: Page, format: string): Promise<void> {
  await opensSite(page, theme)
  await page.getByRole('link', { name: 'Попроситься на стажировку' }).click()
  await writesTerm(page, '16.10.2023', '30.11.2023')
  await page.getByLabel('Вид стажировки').selectOption({ label: format })
}

/** The only event of a calendar, as a telephone takes it. */
async function calendarAt(page: Page, address: string) {
  const text = await (await page.request.get(new URL(address).pathname)).text()
  const said = (name: string) => new RegExp(`^${name}:(.*?)\r?$`, 'm').exec(text)?.[1] ?? ''
  return { uid: said('UID'), day: said('DTSTART').slice(0, 8), version: Number(said('SEQUENCE')) }
}
