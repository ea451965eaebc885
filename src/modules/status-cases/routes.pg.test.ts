// Proves, C-71, C-33.
import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aContract, aContractInForce, contractNow } from '../../../test/factories/contracts.ts'
import { aPoint, aSigned } from '../../../test/factories/orders.ts'
import { aCase, aLife, caseNow, type Life } from '../../../test/factories/status-cases.ts'
import { chebula, lenobl, luga } from '../../../test/regulations.ts'

const database = ownDatabase()
const { as } = aClient(database)

type Who = keyof Life['people']
const pdf = () => new File(['%PDF-1.7 лист'], 'лист.pdf', { type: 'application/pdf' })

describe('a case on its pages', () => {
  test('the head asks to prolong too far: refused at once with the clause, the text stays; then opened', async () => {
    const life = await aLife(database.db, lenobl)
    const head = as(life.people.head)
    const status = await head.get(`/sites/${life.siteId}/status`)
    expect(status.text).toContain('Продление статуса: открыть дело')
    expect(status.text).toContain('Статус будет действовать дольше')
    const address = `/sites/${life.siteId}/status-cases`
    const form = { kind: 'extension', reason: 'Нужен ещё год' }
    const refused = await head.post(address, { ...form, onDay: '01.09.2024' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('последний возможный день — 27 января 2024 г.')
    // The refusal leads to what stands behind its clause.
    expect(refused.text).toContain('/regulation/why/3.2')
    expect(refused.text).toContain('Нужен ещё год')
    const opened = await head.post(address, { ...form, onDay: '31.08.2023' })
    expect(opened.status).toBe(303)
    const page = await head.get(opened.to!)
    expect(page.text).toContain('31 августа 2023 г.')
    expect(page.text).not.toContain('Составить проект решения')
  })

  test('a question to a site says what it is, who answers and by when', async () => {
    const missed = { missed: 'report' as const, times: 1, days: 1, follows: 'question' as const, ground: null, clause: ['4.3'] }
    const life = await aLife(database.db, { ...chebula, consequences: { clause: ['4.3'], list: [missed] } })
    const official = as(life.people.official)
    const status = await official.get(`/sites/${life.siteId}/status`)
    expect(status.text).toContain('Вопрос площадке: открыть дело')
    expect(status.text).toContain('Отвечает руководитель площадки или её организации к дню, который вы назначите')
    const form = await official.get(`/sites/${life.siteId}/status-cases?kind=question`)
    expect([form.text.includes('О чём вопрос'), form.text.includes('Почему')]).toEqual([true, false])
  })

  test('evidence with a file, a table of differences, a submission that prints, two windows', async () => {
    const life = await aLife(database.db, lenobl)
    const caseId = await aCase(life, { kind: 'termination', onDay: '2021-06-01', ground: 'mismatch' })
    const address = `/status-cases/${caseId}`
    const methodist = as(life.people.methodist)
    const empty = await methodist.post(`${address}/evidence`, { evidenceText: '', evidenceLink: '' })
    expect([empty.status, empty.text.includes('Приложите файл, дайте ссылку')]).toEqual([422, true])
    const added = await methodist.post(`${address}/evidence`, { evidenceText: 'Акт', evidenceLink: '', evidenceFiles: pdf() })
    expect(added.status).toBe(303)
    const { rows } = await database.adminPool.query('select file_id from status_case_evidence where case_id = $1', [caseId])
    const file = await methodist.get(`${address}/files/${rows[0].file_id}`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const foreign = as(life.people.stranger)
    expect((await foreign.get(`${address}/files/${rows[0].file_id}`)).status).toBe(404)

    const sent = await methodist.post(`${address}/submissions`, { _version: '1', submissionText: 'Прошу прекратить статус' })
    expect(sent.status).toBe(303)
    const again = await methodist.post(`${address}/submissions`, { _version: '1', submissionText: 'Ещё раз' })
    expect([again.status, again.text.includes('дело изменилось')]).toEqual([409, true])
    const paper = await methodist.get(`${address}/document/docx`)
    expect([paper.status, paper.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])

    const official = as(life.people.official)
    expect((await official.get(address)).text).toContain('Составить проект решения')
    const drafted = await official.post(`${address}/orders`, { _version: '2' })
    expect([drafted.status, /\/orders\/[0-9a-f-]{36}$/.test(drafted.to!)]).toEqual([303, true])
    expect(await caseNow(life, caseId)).toMatchObject({ state: 'drafted' })
    expect((await official.get(`/sites/${life.siteId}/status`)).text).toContain('Отправлено представление')
  })
})

describe('a contract on its pages', () => {
  test('where the regulation asks for none the page says so and is not found', async () => {
    const life = await aLife(database.db, luga)
    const methodist = as(life.people.methodist)
    for (const address of ['/contracts', `/sites/${life.siteId}/contracts`]) {
      const page = await methodist.get(address)
      expect([page.status, page.text.includes('Положение этой территории не просит договора')]).toEqual([404, true])
    }
  })

  test('begun with the duties of the regulation, offered, signed by both with the scan, printed', async () => {
    const life = await aLife(database.db, lenobl)
    const [methodist, director] = [as(life.people.methodist), as(life.people.director)]
    const address = `/sites/${life.siteId}/contracts`
    expect((await methodist.get(address)).text).toContain('Начать договор')
    expect((await director.get(address)).text).not.toContain('Начать договор')
    const text = { number: '7', subject: 'О работе', terms: 'Работать', startsOn: '01.02.2021', endsOn: '31.12.2021' }
    const begun = await methodist.post(address, text)
    const contract = /contracts\/[0-9a-f-]{36}$/.exec(begun.to!)![0]
    const offered = await methodist.post(`/${contract}/edit`, { ...text, _version: '1', intent: 'offer' })
    expect(offered.status).toBe(303)
    const side = await director.post(`/${contract}/signatures`, { _version: '3', side: 'operator', signedOn: '28.01.2021' })
    expect(side.status).toBe(403)
    const signed = { signedOn: '28.01.2021' }
    const mine = await director.post(`/${contract}/signatures`, { ...signed, _version: '3', side: 'site', file: pdf() })
    expect(mine.status).toBe(303)
    await methodist.post(`/${contract}/signatures`, { ...signed, _version: '4', side: 'operator' })
    const page = await director.get(`/${contract}`)
    expect(page.text).toContain('Подписан, ещё не начался')
    expect(page.text).toContain('лист.pdf')
    expect((await director.get(`/${contract}/document/docx`)).status).toBe(200)
  })

  test('two people change the text: the second sees both', async () => {
    const life = await aLife(database.db, lenobl)
    const id = await aContract(life)
    const methodist = as(life.people.methodist)
    const text = { number: '7', subject: 'О работе', terms: 'Первый текст', startsOn: '01.02.2021', endsOn: '31.12.2021' }
    const first = await methodist.post(`/contracts/${id}/edit`, { ...text, _version: '1', intent: 'save' })
    expect(first.status).toBe(303)
    const second = await methodist.post(`/contracts/${id}/edit`, {
      ...text,
      terms: 'Второй текст',
      _version: '1',
      intent: 'save',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Первый текст')
    expect(second.text).toContain('Второй текст')
    expect(await contractNow(life, id)).toMatchObject({ terms: 'Первый текст' })
  })
})

describe('who sees what', () => {
  test('the office, the head and the director see cases and contracts; others find nothing; another territory neither', async () => {
    const [life, other] = [await aLife(database.db, lenobl), await aLife(database.db, luga)]
    const caseId = await aCase(life, { kind: 'suspension', onDay: '2021-03-01' })
    const contractId = await aContractInForce(life)
    const pages = [`/status-cases/${caseId}`, `/contracts/${contractId}`]
    const seen = async (who: Who) => {
      const visitor = as(life.people[who])
      return Promise.all(pages.map(async (address) => (await visitor.get(address)).status))
    }
    for (const who of ['methodist', 'official', 'signatory', 'head', 'director'] as const)
      expect([who, await seen(who)]).toEqual([who, [200, 200]])
    expect(await seen('stranger')).toEqual([404, 404])
    const foreign = as(other.people.methodist)
    for (const address of pages) expect((await foreign.get(address)).status).toBe(404)
    const stranger = as(life.people.stranger)
    const status = await stranger.get(`/sites/${life.siteId}/status`)
    expect(status.status).toBe(200)
    expect(status.text).not.toContain('Подписан договор')
    expect(status.text).not.toContain('Открыто дело')
    expect((await stranger.get('/status-cases')).status).toBe(403)
  })

  test('over a suspended site stands why, since when and by which order', async () => {
    const life = await aLife(database.db, luga)
    await aSigned(await life.on('2021-01-28'), [
      aPoint([
        { kind: 'suspendStatus', siteId: life.siteId, from: '2021-01-28', to: null, reason: 'Ремонт здания', caseId: null },
      ]),
    ])
    const stranger = as(life.people.stranger)
    for (const address of ['', '/status', '/people']) {
      const { text } = await stranger.get(`/sites/${life.siteId}${address}`)
      expect(text).toContain('Деятельность площадки приостановлена с 28 января 2021 г.')
      expect(text).toContain('Причина: Ремонт здания')
    }
  })
})
