// Proves R-A2, R-33.
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory, moveOn, send } from '../../../test/factories/applications.ts'
import { aSentFile } from '../../../test/factories/files.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aProgramme, aProgrammeContent, startProgramme } from '../../../test/factories/programmes.ts'
import { aSite } from '../../../test/factories/sites.ts'
import { anOrganisation, aPerson, ctxOf, historyOf, inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import { newId } from '../../kernel/ids.ts'
import type { ApplicationId, ProgrammeId, SiteId } from '../../kernel/types.ts'
import { fixVersion, unfixVersion } from './commands/fix-version.ts'
import { handOver } from './commands/hand-over.ts'
import { copySources } from './copy-queries.ts'
import { applyImport, copyParts, importFile, sortImport } from './deeds/take.ts'
import { dropVersion, fixOwnVersion, startVersion } from './deeds/versions.ts'
import { addTopic, partSaves, saveTopic, topicMoves } from './deeds/write.ts'
import { partPrint, topicPrint } from './fingerprint.ts'
import { importOf, openImports } from './import-store.ts'
import { fixedProgrammes, isFixedVersion, programmeOfApplication, programmesOfSite, shownProgramme } from './queries.ts'
import { inTables, ofText, withHeadings } from './reading/documents.fixture.ts'

const database = ownDatabase()
let there: ApplyingTerritory
let siteId: SiteId
beforeAll(async () => {
  there = await anApplyingTerritory(database.db, lenobl)
  siteId = await aSite(database.db, there.network, { organisationIds: [there.schools[0]] })
})

const shown = (id: ProgrammeId) => inScope(database.db, there.territory.id, (tx) => shownProgramme(tx, there, id))
const resourcesOf = (...texts: string[]) => ({
  people: texts.map((text) => ({ id: null, text })),
  material: [],
  teaching: [],
})
const tell = (id: string) => historyOf(database, id)

/** The id of the topic that was added. */
const addedTopic = (done: Awaited<ReturnType<typeof addTopic.run>>) => mustWork(done).made.topic!

async function aDraft(): Promise<{ applicationId: ApplicationId; programmeId: ProgrammeId }> {
  const applicationId = await anApplication(there, { state: 'draft' })
  const programmeId = mustWork(await startProgramme(await there.as('head'), { applicationId, title: 'Урок' }))
  return { applicationId, programmeId }
}

test('an application has one programme: a second start gives the first; a stranger may not begin it', async () => {
  const { applicationId, programmeId } = await aDraft()
  const head = await there.as('head')
  expect(await startProgramme(head, { applicationId, title: 'Другая' })).toEqual({ ok: true, value: programmeId })
  const other = await anApplication(there, { state: 'draft' })
  const twice = await Promise.all([1, 2].map(() => startProgramme(head, { applicationId: other, title: 'Вдвоём' })))
  expect(new Set(twice.map((one) => mustWork(one))).size).toBe(1)
  const stranger = await there.as('stranger')
  expect(await startProgramme(stranger, { applicationId, title: 'Чужая' })).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await startProgramme(head, { applicationId: newId(), title: 'Ничья' })).toMatchObject({ refusal: { code: 'notFound' } })
})

test('two people save different parts and do not meet; of the same part the second is told', async () => {
  const { programmeId } = await aDraft()
  const head = await there.as('head')
  const before = (await shown(programmeId))!
  const version = partPrint('resources', before.title, before.content)
  mustWork(
    await partSaves.note.run(head, {
      id: programmeId,
      version: partPrint('note', before.title, before.content),
      ...note('Другое имя'),
    }),
  )
  mustWork(await partSaves.resources.run(head, { id: programmeId, version, ...resourcesOf('методист') }))
  expect(await partSaves.resources.run(head, { id: programmeId, version, ...resourcesOf('иное') })).toMatchObject({
    refusal: { code: 'changedMeanwhile' },
  })
  const after = (await shown(programmeId))!
  expect(after).toMatchObject({ title: 'Другое имя', state: 'draft' })
  expect(after.content.resources.people.map(({ text }) => text)).toEqual(['методист'])
  const same = partPrint('resources', after.title, after.content)
  mustWork(
    await partSaves.resources.run(head, {
      id: programmeId,
      version: same,
      ...resourcesOf(),
      people: [...after.content.resources.people],
    }),
  )
  expect((await shown(programmeId))!.version).toBe(after.version)
  expect(await tell(programmeId)).toEqual(['programme.started', 'programme.changed', 'programme.changed'])
})
const note = (title: string) => ({
  title,
  relevance: 'Нужен опыт',
  aim: '',
  tasks: [],
  contingent: [],
  others: [],
  directions: [],
})

test('topics are added, written, moved and taken out', async () => {
  const { programmeId } = await aDraft()
  const head = await there.as('head')
  const first = addedTopic(await addTopic.run(head, { id: programmeId, title: 'Первая', topicId: null }))
  const second = addedTopic(await addTopic.run(head, { id: programmeId, title: 'Вторая', topicId: null }))
  expect(await addTopic.run(head, { id: programmeId, title: '', topicId: null })).toMatchObject({
    refusal: { rule: 'programme.topicNeedsTitle' },
  })
  mustWork(await topicMoves.up.run(head, { id: programmeId, topicId: second, title: '' }))
  const { content } = (await shown(programmeId))!
  expect(content.topics.map(({ title }) => title)).toEqual(['Вторая', 'Первая'])
  expect((await shown(programmeId))!.title).toBe('Урок')
  const session = { id: null, form: 'seminar', title: 'Семинар', hours: 2.5, remote: true }
  const edit = {
    title: 'Вторая',
    declaredHours: null,
    teach: [],
    form: [],
    develop: [],
    sessions: [session],
    tryOuts: [],
    results: [],
  }
  const version = topicPrint(content.topics[0]!)
  const unknown = { ...edit, sessions: [{ ...session, form: 'dance' }] }
  expect(await saveTopic.run(head, { id: programmeId, topic: second, version, ...unknown })).toMatchObject({
    refusal: { rule: 'programme.unknownForm', field: 'sessions.0.form' },
  })
  mustWork(await saveTopic.run(head, { id: programmeId, topic: second, version, ...edit }))
  expect(await saveTopic.run(head, { id: programmeId, topic: second, version, ...edit })).toMatchObject({
    refusal: { code: 'changedMeanwhile' },
  })
  mustWork(await topicMoves.remove.run(head, { id: programmeId, topicId: first, title: '' }))
  expect((await shown(programmeId))!.content.topics.map(({ sessions }) => sessions[0]?.hours)).toEqual([2.5])
  expect(await topicMoves.up.run(head, { id: programmeId, topicId: first, title: '' })).toMatchObject({
    refusal: { code: 'notFound' },
  })
})

test('what was submitted never changes; a return opens a new version with the same words', async () => {
  const applicationId = await anApplication(there)
  const head = await there.as('head')
  const sent = (await inScope(database.db, there.territory.id, (tx) => programmeOfApplication(tx, there, applicationId)))!
  expect(sent).toMatchObject({ state: 'fixed', number: 1 })
  const version = partPrint('resources', sent.title, sent.content)
  expect(await partSaves.resources.run(head, { id: sent.id, version, ...resourcesOf('иное') })).toMatchObject({
    refusal: { code: 'illegalMove' },
  })
  await expect(
    database.adminPool.query(`update programme_versions set content = '{}' where id = $1`, [sent.versionId]),
  ).rejects.toThrow('never changes')

  await moveOn(there, applicationId, 'return')
  const opened = (await shown(sent.id))!
  expect(opened).toMatchObject({ state: 'draft', number: 2, content: sent.content })
  mustWork(
    await partSaves.resources.run(head, {
      id: sent.id,
      version,
      ...resourcesOf('иное'),
      material: [{ id: null, text: 'класс' }],
      teaching: [{ id: null, text: 'пособие' }],
    }),
  )
  await send(there, applicationId)
  expect(await shown(sent.id)).toMatchObject({ state: 'fixed', number: 2 })
  const kept = await database.adminPool.query('select content from programme_versions where id = $1', [sent.versionId])
  expect(kept.rows[0].content).toEqual(sent.content)
  expect(await tell(sent.id)).toEqual([
    'programme.started',
    'programme.fixed',
    'programme.versionStarted',
    'programme.changed',
    'programme.fixed',
  ])
})

test('an application without a programme fixes none; fixing twice is fixing once', async () => {
  const head = await there.as('head')
  const bare = await anApplication(there, { state: 'draft' })
  const { applicationId } = await aDraft()
  await inScope(database.db, there.territory.id, async (tx) => {
    expect(await fixVersion(tx, head, bare)).toEqual({ ok: true, value: null })
    expect(await unfixVersion(tx, head, bare)).toEqual({ ok: true, value: null })
    const once = await fixVersion(tx, head, applicationId)
    expect(await fixVersion(tx, head, applicationId)).toEqual(once)
    const again = await unfixVersion(tx, head, applicationId)
    expect(await unfixVersion(tx, head, applicationId)).toEqual(again)
  })
})

test('the programme goes to the site with the status; its head begins a version with a reason, fixes it or gives it up', async () => {
  const applicationId = await anApplication(there)
  const head = await there.as('head')
  const list = await inScope(database.db, there.territory.id, async (tx) => {
    await handOver(tx, head, applicationId, siteId)
    return programmesOfSite(tx, there, siteId)
  })
  const programmeId = (await inScope(database.db, there.territory.id, (tx) => programmeOfApplication(tx, there, applicationId)))!
    .id
  expect(list).toContainEqual({ id: programmeId, title: 'Урок для каждого', number: 1, state: 'fixed', way: null })
  const fixedIn = (territory: string) =>
    inScope(database.db, there.territory.id, async (tx) => {
      const [programme] = await fixedProgrammes(tx, there, [siteId])
      const of = { territory: sql.val(territory), programme: sql.val(programme?.id) }
      const { rows } = await sql<{ is: boolean }>`select ${isFixedVersion(sql.val(programme?.versionId), of)} as is`.execute(tx)
      return rows[0]?.is
    })
  expect([await fixedIn(there.territory.id), await fixedIn(newId())]).toEqual([true, false])

  mustWork(await startVersion.run(head, { id: programmeId, reason: 'Новый учебный год' }))
  expect(await startVersion.run(head, { id: programmeId, reason: 'Ещё' })).toMatchObject({
    refusal: { rule: 'programme.versionIsOpen' },
  })
  mustWork(await dropVersion.run(head, { id: programmeId }))
  expect(await dropVersion.run(head, { id: programmeId })).toMatchObject({ refusal: { rule: 'programme.nothingToDrop' } })
  mustWork(await startVersion.run(head, { id: programmeId, reason: 'Новый учебный год' }))
  const draft = (await shown(programmeId))!
  expect(await fixOwnVersion.run(head, { id: programmeId, version: draft.version + 1 })).toMatchObject({
    refusal: { code: 'changedMeanwhile' },
  })
  mustWork(await fixOwnVersion.run(head, { id: programmeId, version: draft.version }))
  expect(await shown(programmeId)).toMatchObject({ number: 2, state: 'fixed' })
  const stranger = await there.as('otherHead')
  expect(await startVersion.run(stranger, { id: programmeId, reason: 'Чужая' })).toMatchObject({ refusal: { code: 'forbidden' } })
})

test('while a site is suspended, and after its end, its programmes are only read', async () => {
  const school = await anOrganisation(database.db, there.territory)
  const person = await aPerson(database.db, there.territory, { post: { organisationId: school, kind: 'head' } })
  const short = await aSite(database.db, there.network, { organisationIds: [school], from: '2021-01-28', to: '2021-12-31' })
  const head = await ctxOf(database.db, there.territory, person)
  const programmeId = mustWork(await startProgramme(head, { siteId: short, title: 'Своя' }))
  const { orderId } = there.network
  const days = { startsOn: '2021-10-01', endsOn: '2021-10-10', reason: 'Ремонт', orderId, pointNumber: '1' }
  await inScope(database.db, there.territory.id, (tx) =>
    tx
      .insertInto('suspensions')
      .values({ territoryId: there.territory.id, id: newId(), siteId: short, ...days })
      .execute(),
  )
  expect(await addTopic.run(head, { id: programmeId, title: 'Т', topicId: null })).toMatchObject({
    refusal: { rule: 'site.suspended' },
  })
  expect(await startProgramme(head, { siteId: short, title: 'Ещё' })).toMatchObject({ refusal: { rule: 'site.suspended' } })
  const later = await ctxOf(database.db, there.territory, person, '2021-10-11')
  mustWork(await addTopic.run(later, { id: programmeId, title: 'Т', topicId: null }))
  const over = await ctxOf(database.db, there.territory, person, '2022-01-01')
  expect(await addTopic.run(over, { id: programmeId, title: 'Т', topicId: null })).toMatchObject({
    refusal: { rule: 'site.over' },
  })
})

test('no programme is begun for an application that has been sent', async () => {
  const applicationId = await anApplication(there)
  await database.adminPool.query('update programmes set application_id = null, site_id = $2 where application_id = $1', [
    applicationId,
    siteId,
  ])
  expect(await startProgramme(await there.as('head'), { applicationId, title: 'Поздно' })).toMatchObject({
    refusal: { code: 'illegalMove' },
  })
})

test('an unfinished programme of a site is not fixed, and one of an application only by submitting it', async () => {
  const head = await there.as('head')
  const { programmeId } = await aDraft()
  expect(await fixOwnVersion.run(head, { id: programmeId, version: 1 })).toMatchObject({
    refusal: { rule: 'programme.fixedBySubmission' },
  })
  expect(await startVersion.run(head, { id: programmeId, reason: 'Так' })).toMatchObject({
    refusal: { rule: 'programme.versionByReturn' },
  })
  const own = mustWork(await startProgramme(head, { siteId, title: 'Своя' }))
  expect(await fixOwnVersion.run(head, { id: own, version: 1 })).toMatchObject({
    refusal: { rule: 'programme.notComplete' },
  })
})

test('parts are taken from own programmes and from those of sites in the register, and from no others', async () => {
  const content = aProgrammeContent(lenobl)
  const head = await there.as('head')
  const source = await aProgramme(head, { siteId }, { content })
  mustWork(await fixOwnVersion.run(head, { id: source, version: 2 }))
  const otherHead = await there.as('otherHead')
  const applicationId = await anApplication(there, { state: 'draft' })
  const target = mustWork(await startProgramme(head, { applicationId, title: 'Новая' }))
  const copied = await copyParts.run(head, { id: target, from: source, parts: ['note', 'topics'] })
  expect(copied.ok).toBe(true)
  const { content: taken } = (await shown(target))!
  expect(taken.note.aim).toBe(content.note.aim)
  expect(taken.resources.people).toEqual([])
  expect(taken.topics.map(({ title }) => title)).toEqual(content.topics.map(({ title }) => title))
  expect(taken.topics[0]!.id).not.toBe(content.topics[0]!.id)
  const origin = await database.adminPool.query('select origin_programme_id from programmes where id = $1', [target])
  expect(origin.rows[0].origin_programme_id).toBe(source)

  expect(await copyParts.run(head, { id: target, from: source, parts: [] })).toMatchObject({
    refusal: { rule: 'programme.copyNeedsParts' },
  })
  const { programmeId: draftOnly } = await aDraft()
  expect(await copyParts.run(head, { id: target, from: draftOnly, parts: ['note'] })).toMatchObject({
    refusal: { rule: 'programme.nothingToCopy' },
  })
  const foreign = await inScope(database.db, there.territory.id, (tx) =>
    copySources(tx, there, { programmeId: target, organisationIds: otherHead.actor.headsOrganisations, q: 'Урок', page: 1 }),
  )
  // The other school sees what stands in the register, not the applications of its neighbour.
  expect(foreign.sources.map(({ id }) => id)).toContain(source)
  const unseen = await anApplication(there)
  const theirs = (await inScope(database.db, there.territory.id, (tx) => programmeOfApplication(tx, there, unseen)))!
  expect(foreign.sources.map(({ id }) => id)).not.toContain(theirs.id)
})

test('a file is taken apart, sorted and carried over in two goes; nothing of it is lost on the way', async () => {
  const { programmeId } = await aDraft()
  const head = await there.as('head')
  const files = [await aSentFile('Программа.docx', await withHeadings())]
  const importId = mustWork(await importFile(head, { id: programmeId, files })).made
  const file = () => inScope(database.db, there.territory.id, (tx) => importOf(tx, there, programmeId, importId))
  const [history] = (await file())!.unplaced.filter(({ text }) => text.startsWith('Площадка работает'))
  const given = { id: programmeId, import: importId }
  mustWork(
    await sortImport.run(head, {
      ...given,
      back: [],
      pieces: [{ id: history!.id, text: 'Площадка работает давно', to: 'note.relevance' }],
    }),
  )
  expect((await shown(programmeId))!.content.topics).toEqual([])
  expect(mustWork(await applyImport.run(head, { ...given, back: [], pieces: [] })).made.left).toBe(2)
  const { content } = (await shown(programmeId))!
  expect(content.topics.map(({ title }) => title)).toEqual(['Взаимное обучение на уроке', 'Оценка'])
  expect(content.note.relevance).toContain('Площадка работает давно')
  expect(await applyImport.run(head, { ...given, back: [], pieces: [] })).toMatchObject({
    refusal: { rule: 'programme.nothingToCarryOver' },
  })
  const [rest, other] = (await file())!.unplaced
  const place = `topic.${content.topics[1]!.id}.results` as const
  const decided = [
    { id: rest!.id, text: 'владение приёмами', to: place },
    { id: other!.id, text: other!.text, to: 'leave' as const },
  ]
  expect(mustWork(await applyImport.run(head, { ...given, back: [], pieces: decided })).made.left).toBe(0)
  expect((await shown(programmeId))!.content.topics[1]!.results.map(({ text }) => text)).toEqual(['владение приёмами'])
  expect(await inScope(database.db, there.territory.id, (tx) => openImports(tx, there, programmeId))).toEqual([])
  expect(await tell(programmeId)).toEqual(['programme.started', 'programme.imported', 'programme.imported', 'programme.imported'])
})

test('a file that is no programme is refused at its field with what to do', async () => {
  const { programmeId } = await aDraft()
  const head = await there.as('head')
  const sent = async (name: string, content: string | Uint8Array) =>
    importFile(head, { id: programmeId, files: [await aSentFile(name, content)] })
  expect(await importFile(head, { id: programmeId, files: [] })).toMatchObject({
    refusal: { rule: 'programme.needsFile', field: 'file' },
  })
  expect(await sent('план.pdf', '%PDF-1.7')).toMatchObject({ refusal: { rule: 'programme.notDocx' } })
  expect(await sent('план.docx', 'не архив')).toMatchObject({ refusal: { rule: 'file.unknownKind' } })
  expect(await sent('пусто.docx', await ofText())).toMatchObject({ refusal: { rule: 'programme.fileWithoutText' } })
  expect(await sent('много.docx', await ofText(...Array.from({ length: 3001 }, (_, row) => `Строка ${row}`)))).toMatchObject({
    refusal: { rule: 'programme.fileTooLong' },
  })
  const stranger = await there.as('stranger')
  const files = [await aSentFile('таблицы.docx', await inTables())]
  expect(await importFile(stranger, { id: programmeId, files })).toMatchObject({ refusal: { code: 'forbidden' } })
})
