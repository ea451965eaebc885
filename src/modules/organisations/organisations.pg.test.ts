import { describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aSupportNeed } from '../../../test/factories/people.ts'
import { aNetwork, aSite } from '../../../test/factories/sites.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf } from '../../../test/factory.ts'
import { read } from '../../db/transact.ts'
import { allRules, type Result } from '../../kernel/result.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { changeOrganisation } from './commands/change-organisation.ts'
import { registerOrganisation } from './commands/register-organisation.ts'
import { endSupportNeed, recordSupportNeed } from './commands/support-needs.ts'
import type { OrganisationDetails } from './model.ts'
import { organisationChoices } from './queries.ts'
import { ruleTexts } from './texts.ts'

const base = ownDatabase()
const { as } = aClient(base)

const told = (result: Result<unknown>) =>
  result.ok
    ? 'done'
    : result.refusal.code === 'rule'
      ? allRules(result.refusal).map(({ rule, field }) => `${rule} ${field}`)
      : result.refusal.code

const school = (more: Partial<OrganisationDetails> = {}): OrganisationDetails => ({
  kind: 'school',
  fullName: 'Муниципальное бюджетное общеобразовательное учреждение «Лесная школа»',
  shortName: 'МБОУ «Лесная школа»',
  documentName: null,
  settlement: 'с. Лесное',
  address: null,
  phone: null,
  email: null,
  website: null,
  ...more,
})

const corrected = { naming: 'correction', nameSince: null } as const

async function aDistrict() {
  const territory = await aTerritory(base.db, '2021-09-01')
  const [own, other] = [await anOrganisation(base.db, territory), await anOrganisation(base.db, territory)]
  const official = await aPerson(base.db, territory, { roles: ['official'] })
  const administrator = await aPerson(base.db, territory, { roles: ['administrator'] })
  const head = await aPerson(base.db, territory, { post: { organisationId: own, kind: 'head' } })
  const teacher = await aPerson(base.db, territory, { post: { organisationId: own, kind: 'teacher' } })
  const stranger = await aPerson(base.db, territory, { post: { organisationId: other, kind: 'teacher' } })
  const ctx = await ctxOf(base.db, territory, official)
  return { territory, own, other, official, administrator, head, teacher, stranger, ctx }
}

describe('the register', () => {
  test('sorts numbers in names as numbers', async () => {
    const { ctx } = await aDistrict()
    for (const number of [10, 2, 21, 1]) {
      const names = { fullName: `Лесная школа № ${number}`, shortName: `СОШ № ${number}` }
      expect(told(await registerOrganisation(ctx, { details: school(names), another: false }))).toBe('done')
    }
    const choices = await read(base.db, ctx.scope, (tx) => organisationChoices(tx, ctx))
    const names = choices.map(({ name }) => name).filter((name) => name.startsWith('СОШ № '))
    expect(names).toEqual(['СОШ № 1', 'СОШ № 2', 'СОШ № 10', 'СОШ № 21'])
  })

  test('takes an organisation once', async () => {
    const { ctx } = await aDistrict()
    expect(told(await registerOrganisation(ctx, { details: school(), another: false }))).toBe('done')
    expect(told(await registerOrganisation(ctx, { details: school(), another: false }))).toEqual(['organisation.alike another'])
    expect(told(await registerOrganisation(ctx, { details: school(), another: true }))).toEqual([
      'organisation.nameTaken fullName',
    ])
  })

  test('asks whether a name in other letters is the same organisation, a former name too, and takes it as another one when told', async () => {
    const { ctx } = await aDistrict()
    const named = (fullName: string, shortName: string) => school({ fullName, shortName, documentName: null })
    const first = await registerOrganisation(ctx, { details: named('Детский сад «Ёлочка»', 'ДОУ «Ёлочка»'), another: false })
    if (!first.ok) throw new Error('not registered')
    const again = named('ДЕТСКИЙ САД "ЕЛОЧКА"', 'Сад')
    const asked = await registerOrganisation(ctx, { details: again, another: false })
    expect(asked).toMatchObject({
      ok: false,
      refusal: { rule: 'organisation.alike', params: { like: expect.stringContaining('ДОУ «Ёлочка»') } },
    })
    const renamed = {
      details: named('Детский сад «Сосна»', 'ДОУ «Сосна»'),
      naming: { naming: 'change', nameSince: '2021-01-01' },
    } as const
    expect(told(await changeOrganisation(ctx, { id: first.value, version: 1, ...renamed }))).toBe('done')
    expect(told(await registerOrganisation(ctx, { details: again, another: false }))).toEqual(['organisation.alike another'])
    expect(told(await registerOrganisation(ctx, { details: again, another: true }))).toBe('done')
  })

  test('one that is given the name of another is asked about; whose name stays is not', async () => {
    const { ctx } = await aDistrict()
    const first = await registerOrganisation(ctx, { details: school(), another: false })
    const second = await registerOrganisation(ctx, {
      details: school({ fullName: 'Лицей у реки', shortName: 'Лицей' }),
      another: false,
    })
    if (!first.ok || !second.ok) throw new Error('not registered')
    const change = (more: Partial<OrganisationDetails>, another = false, version = 1) =>
      changeOrganisation(ctx, {
        id: second.value,
        version,
        details: school({ fullName: school().fullName.toUpperCase(), ...more }),
        naming: corrected,
        another,
      })
    expect(told(await change({}))).toEqual(['organisation.alike another'])
    expect(told(await change({}, true))).toBe('done')
    expect(told(await change({ phone: '8 38444 2-11-22' }, false, 2))).toBe('done')
  })

  test('another territory may have an organisation of the same name', async () => {
    for (const { ctx } of [await aDistrict(), await aDistrict()])
      expect(told(await registerOrganisation(ctx, { details: school(), another: false }))).toBe('done')
  })

  test('a head corrects the own organisation, but not its kind, nor another', async () => {
    const { territory, head, own, other } = await aDistrict()
    const ctx = await ctxOf(base.db, territory, head)
    const change = (id: OrganisationId, more: Partial<OrganisationDetails> = {}) =>
      changeOrganisation(ctx, { id, version: 1, details: school(more), naming: corrected })
    expect(told(await registerOrganisation(ctx, { details: school(), another: false }))).toBe('forbidden')
    expect(told(await change(other))).toBe('forbidden')
    expect(told(await change(own, { kind: 'kindergarten' }))).toEqual(['organisation.kindByOffice kind'])
    expect(told(await change(own))).toBe('done')
    expect(told(await change(own, { phone: '8 38444 2-11-22' }))).toBe('changedMeanwhile')
  })

  test('a corrected name shows in the public register at once', async () => {
    const territory = await aTerritory(base.db, '2021-09-01')
    const network = await aNetwork(base.db, territory)
    const id = await anOrganisation(base.db, territory)
    const site = await aSite(base.db, network, { organisationIds: [id] })
    await changeOrganisation(network.ctx, {
      id,
      version: 1,
      details: school({ shortName: 'Новое имя школы' }),
      naming: corrected,
    })
    const { rows } = await base.adminPool.query('select short_name from register_entries where site_id = $1', [site])
    expect(rows).toEqual([{ short_name: 'Новое имя школы' }])
  })

  test('an organisation of another territory does not exist', async () => {
    const [here, there] = [await aDistrict(), await aDistrict()]
    expect(told(await changeOrganisation(here.ctx, { id: there.own, version: 1, details: school(), naming: corrected }))).toBe(
      'notFound',
    )
    const browser = as(here.official)
    expect((await browser.get(`/organisations/${there.own}`)).status).toBe(404)
  })
})

describe('the trait', () => {
  const need = { kind: 'lowResults', startsOn: '2021-09-01', endsOn: null, ground: null } as const
  test('is recorded once at a time and ended', async () => {
    const { ctx, own } = await aDistrict()
    const recorded = await recordSupportNeed(ctx, { organisationId: own, need })
    expect(told(recorded)).toBe('done')
    expect(told(await recordSupportNeed(ctx, { organisationId: own, need }))).toEqual(['supportNeed.overlaps startsOn'])
    const needId = recorded.ok ? recorded.value : ''
    const end = (endsOn: string) => endSupportNeed(ctx, { organisationId: own, needId, endsOn })
    expect(told(await end('2021-08-01'))).toEqual(['supportNeed.endsBeforeStart endsOn'])
    expect(told(await end('2021-12-31'))).toBe('done')
  })

  test('is seen by the office and the school itself, by nobody else', async () => {
    const { territory, own, official, head, teacher, stranger, administrator, ctx } = await aDistrict()
    await aSupportNeed(base.db, territory, own, '2021-01-01')
    await recordSupportNeed(ctx, { organisationId: own, need: { ...need, kind: 'socialConditions' } })
    const sees = async (person: PersonId) => {
      const { status, text } = await as(person).get(`/organisations/${own}`)
      expect(status).toBe(200)
      return /Низкие образовательные результаты|Неблагоприятные социальные условия|Записан признак/.test(text)
    }
    expect([await sees(official), await sees(head), await sees(teacher)]).toEqual([true, true, true])
    expect([await sees(stranger), await sees(administrator)]).toEqual([false, false])
  })

  test('its addresses do not exist for those who may not see it', async () => {
    const { territory, own, stranger, head } = await aDistrict()
    const need = await aSupportNeed(base.db, territory, own, '2021-01-01')
    const ofStranger = as(stranger)
    expect((await ofStranger.get(`/organisations/${own}/support-needs`)).status).toBe(404)
    expect((await ofStranger.post(`/organisations/${own}/support-needs/${need}/end`, { endsOn: '01.09.2021' })).status).toBe(404)
    expect((await as(head).get(`/organisations/${own}/support-needs`)).status).toBe(403)
  })

  test('is not in the file', async () => {
    const { territory, own, official } = await aDistrict()
    await aSupportNeed(base.db, territory, own, '2021-01-01')
    const { text } = await as(official).get('/organisations.csv')
    expect(text).toContain('Краткое название')
    expect(text).not.toMatch(/результат|признак|lowResults/i)
  })
})

describe('the pages', () => {
  test('a taken name is refused with a sentence at the field', async () => {
    const { official, ctx } = await aDistrict()
    await registerOrganisation(ctx, { details: school(), another: false })
    const browser = as(official)
    const { status, text } = await browser.post('/organisations/new', {
      kind: 'school',
      fullName: school().fullName,
      shortName: 'Другая',
      email: 'не почта',
    })
    expect(status).toBe(422)
    expect(text).toContain('Допишите адрес почты')
    const again = await browser.post('/organisations/new', {
      kind: 'school',
      fullName: school().fullName,
      shortName: 'Другая',
      another: 'on',
    })
    expect([again.status, again.text.includes(String(ruleTexts['organisation.nameTaken']))]).toEqual([422, true])
    expect(again.text).toMatch(/id="f-fullName"[^>]*aria-invalid="true"/)
  })

  test('two editors: the slower one is told, both versions stand side by side', async () => {
    const { official, own } = await aDistrict()
    const browser = as(official)
    const edit = (shortName: string) =>
      browser.post(`/organisations/${own}/edit`, {
        _version: '1',
        naming: 'correction',
        kind: 'school',
        fullName: 'Полное имя',
        shortName,
      })
    expect((await edit('Первое')).status).toBe(303)
    const second = await edit('Второе')
    expect(second.status).toBe(409)
    for (const text of ['Пока вы правили', 'Ваша запись', 'value="Второе"', 'Первое']) expect(second.text).toContain(text)
  })

  test('the list finds by a part of the name, by kind, and says when nothing is found', async () => {
    const { official, ctx } = await aDistrict()
    await registerOrganisation(ctx, {
      details: school({ kind: 'kindergarten', shortName: 'Детский сад «Ёлочка»', fullName: 'Ёлочка' }),
      another: false,
    })
    const browser = as(official)
    expect((await browser.get('/organisations?q=елочка')).text).toContain('1 организация на 1 сентября 2021 г.')
    expect((await browser.get('/organisations?kind=kindergarten')).text).toContain('Детский сад «Ёлочка»')
    expect((await browser.get('/organisations?q=нет+такой')).text).toContain('Ничего не нашлось')
    expect((await browser.get('/organisations?date=31.02.2021')).text).toContain('такой даты нет')
  })
})
