import { type Browser, expect, type Page, test } from '@playwright/test'
import { aPdf } from '../attachments.ts'
import { beginsEvent, closesEvent, fillsEvent, opensEventOf, plansEvent, takesPlaceAt } from '../event-steps.ts'
import { enterAs, fitsPhone, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp, withScripts } from '../steps.ts'
import {
  admits,
  agrees,
  asOnPhone,
  finishes,
  marksHeld,
  measures,
  opensTrainee,
  writesProgramme,
  writesTerm,
} from '../trainee-steps.ts'
import {
  counting,
  entersTheHead,
  entersTheMethodist,
  lines,
  main,
  noMentors,
  reading,
  school,
  sessions,
  territory,
} from './known.ts'
import { early, family, late, opening } from './trainees.ts'

const seminar = lines[0]!.activity
const lesson = lines[1]!.activity
const practicum = lines[2]!.activity
const revision = lines[3]!.activity
/** As it is called since the centre gave the plan back. */
const design = `${lines[4]!.activity}, 2–3 классы`
const room = 'с. Усть-Чебула, школа, каб. 21'
const [moving, ...staying] = early
/** Who learns to the end. */
export const learners = [...staying, ...late] as const
/** Who was at neither of the two sessions of the autumn. */
export const missing = 'Зуева И. М.'

/** Events of six forms, a transfer, one who leaves, the exit. (X-E1, C-12, C-42i, C-61) */
export function theyLearn(): void {
  test('autumn: a remote seminar, the last place of an open lesson, a practicum', async ({ page, browser, baseURL }) => {
    await test.step('a link that is not https is refused, and what was typed stays', async () => {
      await entersTheHead(page)
      await beginsEvent(page, seminar, school)
      const event = { day: '28.09.2021', from: '15:00', until: '16:30', room, places: null, link: 'http://vstrecha.primer.ru/7' }
      await fillsEvent(page, event)
      await press(page, 'Подготовить')
      await isRefused(page, 'https://')
      await expect(page.getByLabel('Где', { exact: true })).toHaveValue(room)
      await page.getByLabel('Ссылка для участия на расстоянии').fill('https://vstrecha.primer.ru/7')
      await press(page, 'Подготовить')
      await isTold(page, 'Мероприятие подготовлено')
      await press(page, 'Объявить')
      await isTold(page, 'Мероприятие объявлено')
    })

    await test.step('two press for the last place at once: one has the place, the other is first in the queue', async () => {
      await plansEvent(page, lesson, { day: '21.10.2021', from: '09:20', until: '10:50', room, places: 2 }, school)
      await plansEvent(page, practicum, { day: '09.12.2021', from: '13:00', until: '15:15', room, places: 12 }, school)
      await asOnPhone(page, territory, 'Веткин', () => takesPlaceAt(page, lesson))
      const contexts = await Promise.all([another(browser, baseURL), another(browser, baseURL)])
      const [one, other] = contexts
      for (const [tab, name] of [
        [one, 'Листикова'],
        [other, 'Громов'],
      ] as const) {
        await enterAs(tab, territory, name)
        await opensEventOf(tab, lesson)
      }
      await Promise.all(contexts.map((tab) => press(tab, 'Записаться')))
      await Promise.all(contexts.map((tab) => expect(tab.getByText(/Место за вами\. Ждём|вы в очереди/).first()).toBeVisible()))
      const having = async (words: string) => (await Promise.all(contexts.map((tab) => tab.getByText(words).count()))).sort()
      expect(await having('Место за вами. Ждём вас')).toEqual([0, 1])
      expect(await having('Ваш номер в очереди — 1')).toEqual([0, 1])
      await Promise.all(contexts.map((tab) => tab.context().close()))
    })

    await test.step('the remote seminar: its link is shown to those who have a place', async () => {
      await asOnPhone(page, territory, 'Семёнова', async () => {
        await opensEventOf(page, seminar)
        await expect(main(page)).toContainText('Откроется тем, у кого есть место')
        await press(page, 'Записаться')
        await isTold(page, 'Место за вами')
        await expect(page.getByRole('link', { name: 'https://vstrecha.primer.ru/7' })).toBeVisible()
        await fitsPhone(page)
        await noMentors(page)
      })
      await asOnPhone(page, territory, 'Веткин', () => takesPlaceAt(page, practicum))
    })
  })

  test('autumn: who came is in the lists, nobody types a number', async ({ page }) => {
    await entersTheHead(page)
    await moveTo(page, '29.09.2021')
    await entersTheHead(page)
    await closesEvent(page, opening.title, { present: [], cameToo: [moving, ...learners, 'Орлов Т. И.'] })
    await closesEvent(page, seminar, { present: ['Семёнова'] })
    await moveTo(page, '10.12.2021')
    await entersTheHead(page)
    await closesEvent(page, lesson, { present: ['Веткин', 'Листикова'] })
    await closesEvent(page, practicum, { present: ['Веткин'] })
    await page.getByRole('link', { name: 'строка плана площадки' }).click()
    await expect(main(page)).toContainText('1 человек')
    await noBarriers(page)
  })

  test('winter: the hours so far, the interim measurement; another site gets a programme', async ({ page }) => {
    await test.step('whoever leads marks what each was at; who missed two sessions has no hours of them', async () => {
      await entersTheHead(page)
      await moveTo(page, '20.01.2022')
      await entersTheHead(page)
      for (const name of [moving, ...learners.filter((one) => one !== missing), 'Орлов Т. И.'])
        await marksHeld(page, name, [sessions.lesson, sessions.practicum])
      await opensTrainee(page, moving)
      await measures(page, { [reading]: 'видно' }, 'В середине')
      await noBarriers(page)
    })
    await test.step('the other site has a programme of its own that the centre agreed to', async () => {
      await enterAs(page, territory, 'Фадеева')
      await writesProgramme(page, there.theme, there.programme)
      await press(page, 'Отправить на согласование')
      await entersTheMethodist(page)
      await takesUp(page, `Обсудить программу «${there.programme.title}»`)
      await press(page, 'Обсуждена')
      await isTold(page, 'Программа согласована')
    })
  })

  test('winter: one goes to another school, and keeps the hours', async ({ page }) => {
    await test.step('she begins to work there; the old post ends, and the traineeship goes on', async () => {
      await enterAs(page, territory, 'Суханова')
      await opensPerson(page, family(moving))
      await page.getByRole('link', { name: 'Добавить должность' }).click()
      await page.getByLabel('Организация', { exact: true }).selectOption({ label: 'МБОУ «Верх-Чебулинская СОШ»' })
      await page.getByLabel('Вид должности').selectOption({ label: 'Учитель или воспитатель' })
      await page.getByLabel('Должность', { exact: true }).fill('учитель математики')
      await page.getByLabel('Первый день').fill('20.01.2022')
      await press(page, 'Записать должность')
      await opensPerson(page, family(moving))
      await page
        .getByRole('row', { name: /Ольховская/ })
        .getByRole('link', { name: /^Закончить/ })
        .click()
      await page.getByLabel('Последний день').fill('19.01.2022')
      await press(page, 'Записать последний день')
    })

    await test.step('the site hands her over; she and the other site say yes, the hours go with her', async () => {
      await entersTheHead(page)
      await opensTrainee(page, moving)
      await page.getByText('Перевести на другую площадку').click()
      const to = page.getByLabel('Куда: программа другой площадки')
      await to.selectOption({ label: (await to.getByRole('option', { name: there.programme.title }).textContent()) ?? '' })
      await writesTerm(page, '21.01.2022', '31.05.2022')
      await page.getByLabel('Почему переводим').fill('Работает теперь в Верх-Чебулинской школе')
      await press(page, 'Предложить переход')
      await isTold(page, 'Стажёру предложено перейти')
      await asOnPhone(page, territory, family(moving), async () => {
        await agrees(page, there.programme.title)
        await noBarriers(page)
      })
      await enterAs(page, territory, 'Фадеева')
      await admits(page, [moving])
      await opensTrainee(page, moving)
      await expect(main(page)).toContainText('Перенесено часов')
      await noBarriers(page)
      await entersTheHead(page)
      await openSection(page, 'Стажировки')
      await main(page).getByRole('link', { name: 'Завершённые' }).click()
      await main(page).getByRole('link', { name: moving }).click()
      await expect(main(page)).toContainText('Стажировка продолжается на другой площадке')
    })
  })

  test('spring: one leaves with a reason, common days are called off', async ({ page }) => {
    await test.step('he leaves, and says why; the hours stay', async () => {
      await entersTheHead(page)
      await moveTo(page, '10.03.2022')
      await asOnPhone(page, territory, 'Орлов', async () => {
        await opensTrainee(page, 'Орлов Т. И.')
        await page.getByText('Прекратить стажировку').click()
        await page.getByLabel('Почему').fill('Ухожу в отпуск по уходу за ребёнком')
        await press(page, 'Прекратить')
        await isTold(page, 'стажировка прекращена, часы сохранены')
        await expect(main(page)).toContainText('часов дано — 22')
        await noBarriers(page)
      })
    })

    await test.step('the common days of the revision are called off in the plan, with a word and no number', async () => {
      await entersTheHead(page)
      await takesUp(page, `Отметить проведение: «${revision}»`)
      await page.getByLabel('Отменено').check()
      await page.getByLabel('Примечание').fill('Карантин: каждый стажёр правил свою программу дома')
      await page.getByLabel('Материалы').setInputFiles(aPdf('Программы стажёров.pdf'))
      await press(page, 'Записать отчёт')
      await isTold(page, 'Отчёт о мероприятии записан')
      for (const name of learners) await marksHeld(page, name, [sessions.revision])
      await plansEvent(page, design, { day: '17.03.2022', from: '14:00', until: '15:30', room, places: 6 }, school)
      await asOnPhone(page, territory, 'Листикова', () => takesPlaceAt(page, design))
      await moveTo(page, '18.03.2022')
      await entersTheHead(page)
      await closesEvent(page, design, { present: ['Листикова'] })
    })
  })

  test('the exit: of six people there are figures, of three too little', async ({ page }) => {
    await entersTheHead(page)
    await moveTo(page, '16.05.2022')
    await entersTheHead(page)
    for (const [at, name] of learners.entries()) {
      await opensTrainee(page, name)
      const isLate = late.some((one) => one === name)
      await measures(page, { [reading]: at === 0 ? 'намечено' : 'видно', ...(isLate && { [counting]: 'намечено' }) }, 'На выходе')
    }
    await asOnPhone(page, territory, 'Громов', () => takesPlaceAt(page, lines[5]!.activity))
  })

  test('the last common day, and six have finished', async ({ page }) => {
    await entersTheHead(page)
    await moveTo(page, '20.05.2022')
    await entersTheHead(page)
    await closesEvent(page, lines[5]!.activity, {
      ...{ present: ['Громов'], cameToo: learners.filter((name) => family(name) !== 'Громов') },
    })
    for (const name of learners) {
      await opensTrainee(page, name)
      await finishes(page)
      await expect(main(page)).toContainText(`часов дано — ${name === missing ? 20 : 36}`)
    }
    await noMentors(page)
    await noBarriers(page)
    await entersTheMethodist(page)
    await openSection(page, 'Стажировки')
    await main(page).getByRole('link', { name: 'Завершённые' }).click()
    await expect(main(page).getByRole('row', { name: /Семёнова Я\. А\./ })).toContainText('36 из 36')
  })
}

async function opensPerson(page: Page, name: string): Promise<void> {
  await openSection(page, 'Люди и организации')
  await main(page).getByRole('link', { name: 'Люди', exact: true }).click()
  await main(page).getByRole('link', { name }).first().click()
}

const there = {
  theme: 'Развитие школьной образовательной среды',
  programme: {
    ...{ title: 'Урок в новой школьной среде', directions: [reading], topic: 'Среда урока', share: '50', exit: false },
    sessions: [{ name: 'Задания на стенах школы', form: 'Практикум', hours: '14' }],
  },
}

const another = async (browser: Browser, baseURL: string | undefined): Promise<Page> =>
  (await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: withScripts() })).newPage()
