// Proves X-T1, X-E1, R-A2p, C-61: the minute of a teacher. Weights and presses are asserted, seconds only written.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { choosePerson, isTold } from './steps.ts'
import { type Cost, costOf, type Tap } from './wire.ts'

const most = { taps: 3, bytes: 30 * 1024 }
const chebula = 'Чебулинский округ'
const lenobl = 'Ленинградская область'

type Opens = { readonly browser: Browser; readonly baseURL: string | undefined; readonly scripts: boolean }

/** A telephone of 360 px that somebody has entered by. */
async function telephone({ browser, baseURL, scripts }: Opens, who: readonly [string, string] | null): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'ru-RU', javaScriptEnabled: scripts },
    ...(baseURL && { baseURL }),
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  if (who) {
    await choosePerson(page, ...who)
    await page.getByRole('heading', { level: 1, name: 'Что ждёт вас' }).waitFor()
  }
  return page
}

/** The address of the task, or of the row, that leads to the act. */
async function addressOf(page: Page, at: string, name: string | RegExp): Promise<string> {
  await page.goto(at)
  return (await page.getByRole('main').getByRole('link', { name }).first().getAttribute('href')) ?? ''
}

function isWithin(name: string, cost: Cost): void {
  const kb = (bytes: number) => (bytes / 1024).toFixed(1)
  const said = `${name}: нажатий ${cost.taps}, страница ${kb(cost.heaviest)} КБ, всего ${kb(cost.answers)} КБ (оформление ${kb(cost.assets)} КБ), ${cost.seconds.toFixed(1)} с`
  test.info().annotations.push({ type: 'cost', description: said })
  console.log(said)
  expect(cost.taps, said).toBeLessThanOrEqual(most.taps)
  expect(cost.heaviest, said).toBeLessThanOrEqual(most.bytes)
}

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
/** What is chosen of a group by pressing its words. */
const choice = (page: Page, group: string | RegExp, name: string) =>
  page.getByRole('group', { name: group }).getByText(name, { exact: true })

for (const scripts of [true, false]) {
  const how = scripts ? 'со сценариями' : 'без сценариев'
  const cost = async (opens: Omit<Opens, 'scripts'>, who: readonly [string, string], act: (page: Page) => Promise<void>) => {
    const page = await telephone({ ...opens, scripts }, who)
    await act(page)
    await page.context().close()
  }

  test(`${how}: signing up, and giving the place up`, ({ browser, baseURL }) =>
    cost({ browser, baseURL }, [chebula, scripts ? 'Листикова' : 'Зуева'], async (page) => {
      const address = await addressOf(page, '/t/chebula/events', 'Читаем график')
      const told = async (tap: Tap, name: string, words: string) => {
        await tap(button(page, name))
        await isTold(page, words)
      }
      isWithin(`Записаться, ${how}`, await costOf(page, address, (tap) => told(tap, 'Записаться', 'Место за вами')))
      isWithin(`Отказаться, ${how}`, await costOf(page, address, (tap) => told(tap, 'Отказаться от места', 'больше не записаны')))
    }))

  test(`${how}: three questions`, async ({ browser, baseURL }) => {
    await cost({ browser, baseURL }, [chebula, 'Беляева'], closesTheConsultation)
    await cost({ browser, baseURL }, [chebula, scripts ? 'Травкина' : 'Бережкова'], async (page) => {
      const address = await addressOf(page, '/t/chebula', /^Ответить на три вопроса/)
      const act = async (tap: Tap) => {
        await tap(choice(page, /полезно/, 'Да, очень'))
        await tap(choice(page, /Попробуете/, 'Подумаю'))
        await tap(button(page, 'Ответить'))
        await isTold(page, 'Спасибо')
      }
      isWithin(`Три вопроса, ${how}`, await costOf(page, address, act))
    })
  })

  test(`${how}: «я здесь»`, async ({ browser, baseURL }) => {
    await cost({ browser, baseURL }, [chebula, 'Беляева'], goesOnAllDay)
    await cost({ browser, baseURL }, [chebula, scripts ? 'Веткин' : 'Лебедева'], async (page) => {
      const address = await addressOf(page, '/t/chebula/events', 'Консультация: задания по физике')
      const act = async (tap: Tap) => {
        await tap(button(page, 'Я здесь'))
        await isTold(page, 'Отмечено: вы здесь')
      }
      isWithin(`Я здесь, ${how}`, await costOf(page, address, act))
    })
  })

  test(`${how}: handing a try-out in`, async ({ browser, baseURL }) => {
    if (!scripts) await cost({ browser, baseURL }, [lenobl, 'Вишняков'], givesItBack)
    await cost({ browser, baseURL }, [lenobl, 'Берестова'], async (page) => {
      const address = await addressOf(page, '/t/lenobl', /^Дополнить пробу/)
      const photo = await page.screenshot({ type: 'jpeg', quality: 60 })
      const act = async (tap: Tap) => {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page.getByLabel('Снимки или файлы'))])
        await chooser.setFiles({ name: 'urok.jpg', mimeType: 'image/jpeg', buffer: photo })
        await tap(choice(page, /дети/, 'Детей нет'))
        await page.getByLabel('Что сделали').fill('Пары сработали. С двумя молчавшими говорила отдельно.')
        await tap(button(page, 'Сдать'))
        await isTold(page, 'Работа сдана')
      }
      isWithin(`Сдать пробу, ${how}`, await costOf(page, address, act))
    })
  })

  test(`${how}: saying how one stands`, ({ browser, baseURL }) =>
    cost({ browser, baseURL }, scripts ? [chebula, 'Травкина'] : [lenobl, 'Берестова'], async (page) => {
      const [code, name] = scripts ? ['chebula', 'Травкина'] : ['lenobl', 'Берестова']
      const address = await addressOf(page, `/t/${code}/traineeships`, name)
      const act = async (tap: Tap) => {
        for (const group of await page.getByRole('group').filter({ hasText: 'намечено' }).all())
          await tap(group.getByText('намечено', { exact: true }))
        await tap(button(page, 'Записать'))
        await isTold(page, 'Измерение записано')
      }
      isWithin(`Измерить себя, ${how}`, await costOf(page, address, act))
    }))
}

test('by a link without an account: an invitation is answered, with scripts and without', async ({ browser, baseURL }) => {
  const head = await telephone({ browser, baseURL, scripts: true }, [chebula, 'Ольхина'])
  await head.goto(await addressOf(head, '/t/chebula/events', 'Читаем график'))
  await head
    .getByRole('button', { name: /^Ссылка для ответа/ })
    .first()
    .click()
  const link = new URL((await head.getByRole('main').locator('code').textContent()) ?? '').pathname
  await head.context().close()
  for (const [scripts, answer] of [
    [true, 'Приду'],
    [false, 'Не приду'],
  ] as const) {
    const page = await telephone({ browser, baseURL, scripts }, null)
    const act = async (tap: Tap) => {
      await tap(button(page, answer))
      await isTold(page, 'Ответ записан')
    }
    isWithin(`По личной ссылке: ${answer}`, await costOf(page, link, act))
    await page.context().close()
  }
})

/** The consultation that is over is closed, unless it has been: those who were there are asked. */
async function closesTheConsultation(page: Page): Promise<void> {
  await page.goto('/t/chebula/events?show=past')
  await page.getByRole('main').getByRole('link', { name: 'Консультация: задания по математике' }).first().click()
  const close = button(page, 'Закрыть: оно состоялось')
  if ((await close.count()) === 0) return
  await close.click()
  await isTold(page, 'в плане отмечено, что оно проведено')
}

/** Whoever leads gives the try-out back once more. */
async function givesItBack(page: Page): Promise<void> {
  await page.goto(await addressOf(page, '/t/lenobl', /^Оценить пробу: Берестова/))
  await page.getByText('Вернуть с замечанием').first().click()
  await page.getByLabel('Чего не хватает').fill('Напишите, сколько их было')
  await button(page, 'Вернуть').click()
  await isTold(page, 'Работа возвращена')
}

/** The event of today goes on from midnight to midnight and has a link: whenever the tests run, one may say that one is there. */
async function goesOnAllDay(page: Page): Promise<void> {
  const event = page.getByRole('main').getByRole('link', { name: 'Консультация: задания по физике' })
  await page.goto('/t/chebula/events')
  // After its usual hours it is among those that have been.
  if ((await event.count()) === 0) await page.goto('/t/chebula/events?show=past')
  await event.first().click()
  await page.getByRole('link', { name: 'Изменить время, место и число мест' }).click()
  await page.getByLabel('Начало').fill('00:01')
  await page.getByLabel('Окончание').fill('23:59')
  await page.getByLabel('Ссылка для участия').fill('https://vstrecha.primer.ru/7')
  await button(page, 'Сохранить').click()
  await isTold(page, 'Мероприятие сохранено')
}
