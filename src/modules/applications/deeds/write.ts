import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { usualFiles } from '../../../files/check.ts'
import { storeFiles } from '../../../files/store.ts'
import { ok, type Result, refuse, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { FileId, OrganisationId, PersonId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import type { About } from '../../../kit/deed-types.ts'
import {
  checkbox,
  draftArea,
  draftLine,
  files,
  inAddress,
  optionalDay,
  optionalSelect,
  period,
  unseen,
  type ValueOf,
} from '../../../kit/form/fields.ts'
import { type Happened, listOf } from '../../../kit/told.ts'
import { type OwnField, type OwnValues, ownRefused, ownTyped } from '../../../regulation/fields.ts'
import { headChosenTogether } from '../../../regulation/hosts/questions.ts'
import { ownItems } from '../../../regulation/intake/questions.ts'
import { chosenId } from '../../../web/fields.ts'
import { directionsOf } from '../call-queries.ts'
import { type ApplicationCase, applications } from '../case.ts'
import { judgedHead } from '../head-queries.ts'
import type { PartSave } from '../model.ts'
import { paths } from '../paths.ts'
import { headsOfOrganisations } from '../recipients.ts'
import { taking } from '../rules.ts'
import { votesOf } from '../store.ts'
import { sectionNames } from '../texts.ts'
import { futureSite } from '../view-queries.ts'

/** A part with a version of its own: two people may save different parts at the same time; of the same part the second is told. */
export type PartKey = 'theme' | 'head' | 'adviser' | 'own' | 'protocol' | `own:${string}` | `organisation:${string}`

/** Saves of one part by one person within this time are one fact of history: drafts are kept every few seconds. */
const sameSitting = 30 * 60_000

type Given<Input> = About<ApplicationCase, Input>
type Save<Input, Made> = (tx: Tx, given: Given<Input>) => Promise<Result<Made>>

const lastSave = (saves: readonly PartSave[], part: PartKey) => saves.find(({ section }) => section === part)

/** What the deeds of parts have in common; `save` writes what does not stand in the row of the application. */
function part<Input, Made>(partOf: (input: Partial<Input>) => PartKey, name: string, save: Save<Input, Made>) {
  const before = ({ saves, input }: Pick<Given<Partial<Input>>, 'saves' | 'input'>) => lastSave(saves, partOf(input))
  const changed = (given: Given<Input>): Happened[] => {
    const { ctx } = given
    const last = before(given)
    const same = last?.savedBy === ctx.actor.personId && ctx.now.getTime() - last.savedAt.getTime() < sameSitting
    return same ? [] : [{ kind: 'application.changed', facts: { section: name } }]
  }
  return {
    permits: 'application.edit' as const,
    versionOf: (given: Pick<Given<Partial<Input>>, 'saves' | 'input'>) => before(given)?.editVersion ?? 0,
    async also(tx: Tx, given: Given<Input>): Promise<Result<Made>> {
      const saved = await save(tx, given)
      if (saved.ok) await noteSave(tx, given.ctx, given.one.id, partOf(given.input))
      return saved
    },
    fact: changed,
  }
}

/** Counts a save of a part. */
async function noteSave(tx: Tx, { territory, actor, now }: Ctx, applicationId: ApplicationCase['one']['id'], section: PartKey) {
  const saved = { savedBy: actor.personId, savedAt: now }
  await tx
    .insertInto('applicationSections')
    .values({ territoryId: territory.id, applicationId, section, editVersion: 1, ...saved })
    .onConflict((on) =>
      on
        .columns(['territoryId', 'applicationId', 'section'])
        .doUpdateSet((eb) => ({ editVersion: eb('applicationSections.editVersion', '+', 1), ...saved })),
    )
    .execute()
}

const nothingMore = async () => ok(null)

const theme = {
  theme: draftArea('Тема площадки', { what: 'тему', hint: 'Одной фразой: чему у вас будут учиться', most: 500, rows: 2 }),
  direction: optionalSelect('Направление', 500),
  ...period('Срок статуса', {
    wantedFrom: optionalDay('Первый день', { what: 'первый день статуса' }),
    wantedTo: optionalDay('Последний день', { what: 'последний день статуса' }),
  }),
}

/** Keeps the theme, the direction and the wanted term, however incomplete. (C-33) */
export const saveTheme = deed(applications, 'edit', {
  at: paths.applicationTheme,
  form: theme,
  begins: ({ one }) => one,
  ...part<ValueOf<typeof theme>, null>(
    () => 'theme',
    sectionNames.theme,
    async (tx, { ctx, one, regulation, input: { direction, wantedFrom, wantedTo } }) => {
      const known = await directionsOf(tx, ctx, one, regulation)
      if (direction !== null && !known.some(({ value }) => value === direction))
        return refuseRule('application.unknownDirection', { field: 'direction' })
      return wantedFrom !== null && wantedTo !== null && wantedTo < wantedFrom
        ? refuseRule('application.termReversed', { field: 'wantedTo' })
        : ok(null)
    },
  ),
  set: ({ input }) => input,
  done: 'Тема и срок сохранены',
})

const adviser = {
  name: draftLine('Фамилия, имя, отчество', { what: 'имя научного руководителя', most: 200, autoComplete: 'off' }),
  post: draftLine('Должность, учёная степень, место работы', {
    what: 'должность и место работы',
    most: 500,
    autoComplete: 'off',
  }),
  nobody: checkbox('Научного руководителя нет'),
}

/** Keeps who advises the site, or that nobody does. (R-A1, R-A1s) */
export const saveAdviser = deed(applications, 'edit', {
  at: paths.applicationAdviser,
  form: adviser,
  begins: ({ one }) => ({ name: one.adviserName, post: one.adviserPost, nobody: one.adviserName === '' }),
  ...part<ValueOf<typeof adviser>, null>(() => 'adviser', sectionNames.adviser, nothingMore),
  set: ({ input: { name, post, nobody } }) =>
    nobody ? { adviserName: '', adviserPost: null } : { adviserName: name || null, adviserPost: post || null },
  done: 'Сохранено',
})

const own = { own: unseen<unknown>('Другие сведения', z.unknown().optional()) }

/** Keeps the paper's own items, however incomplete; what is no number or day at all is said at its field. */
export const saveOwn = deed(applications, 'edit', {
  at: paths.applicationOwn,
  form: own,
  ...part<ValueOf<typeof own>, OwnValues>(
    () => 'own',
    sectionNames.own,
    async (_, { one, regulation, input }) => {
      const items = ownItems(regulation)
      const { values, wrong } = ownTyped(items, input.own)
      return wrong.length > 0 ? refuseAll(ownRefused(wrong)) : ok({ ...filesKept(items, one.own), ...values })
    },
  ),
  set: ({ made }) => ({ own: JSON.stringify(made) }),
  done: 'Сведения сохранены',
})
/** Files are sent one by one and stay when the rest is saved. */
const filesKept = (items: readonly OwnField[], values: OwnValues): OwnValues =>
  Object.fromEntries(
    items.flatMap(({ code, kind }) => {
      const value = kind === 'file' ? values[code] : undefined
      return value === undefined ? [] : [[code, value] as const]
    }),
  )

const ownFile = {
  field: inAddress<string>(),
  file: files('Файл', { limits: { ...usualFiles, files: 1 }, hint: 'PDF, DOCX, JPG или PNG, до 20 МБ', needed: 'field.noFile' }),
}
/** Keeps the file of an item of the paper's own in place of the one before. */
export const saveOwnFile = deed(applications, 'edit', {
  at: paths.applicationOwnFile,
  form: ownFile,
  ...part<ValueOf<typeof ownFile>, OwnValues>(
    (input) => `own:${input.field}`,
    sectionNames.own,
    async (tx, { ctx, one, regulation, files: sent, input: { field } }) => {
      if (!ownItems(regulation).some(({ code, kind }) => code === field && kind === 'file')) return refuse({ code: 'notFound' })
      const [id] = await storeFiles(tx, ctx, sent)
      return ok(id === undefined ? one.own : { ...one.own, [field]: id })
    },
  ),
  set: ({ made }) => ({ own: JSON.stringify(made) }),
  done: 'Файл приложен',
})

const organisation = {
  organisation: inAddress<OrganisationId>(),
  charterName: draftArea('Полное название по уставу', { what: 'полное название', most: 1000, rows: 3 }),
  legalAddress: draftLine('Юридический адрес', { autoComplete: 'off' }),
  phone: draftLine('Телефон', { most: 100, type: 'tel', width: 20, autoComplete: 'off' }),
  fax: draftLine('Факс', { hint: 'Если есть', most: 100, type: 'tel', width: 20, autoComplete: 'off' }),
  // A draft keeps what is typed, an unfinished address of mail too.
  email: draftLine('Почта', { what: 'почту', most: 200, type: 'email', autoComplete: 'off' }),
  headName: draftLine('Руководитель организации', { what: 'руководителя', most: 300, autoComplete: 'off' }),
  share: draftArea('Что организация делает в общей программе', { what: 'что делает организация', most: 3000, rows: 3 }),
}

/** Keeps what the form asks of one organisation, however incomplete. The registers stay as they are. (R-A1) */
export const saveOrganisation = deed(applications, 'edit', {
  at: paths.applicationOrganisation,
  form: organisation,
  ...part<ValueOf<typeof organisation>, null>(
    (input) => `organisation:${input.organisation}`,
    'Сведения об организации',
    async (tx, { ctx, one, participants, input: { organisation: organisationId, ...details } }) => {
      if (!participants.some(({ id }) => id === organisationId)) return refuse({ code: 'notFound' })
      await tx
        .updateTable('applicationOrganisations')
        .set(details)
        .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: one.id, organisationId }))
        .execute()
      return ok(null)
    },
  ),
  done: 'Сведения об организации сохранены',
})

const head = { personId: unseen('Кто', chosenId<PersonId>('человека')) }

const naming = part<ValueOf<typeof head>, { person: string; votesDropped: number } | null>(
  () => 'head',
  sectionNames.head,
  async (tx, { ctx, one, regulation, participants, input: { personId } }) => {
    if (one.headPersonId === personId) return ok(null)
    const person = await judgedHead(tx, ctx, regulation, personId, futureSite(ctx, one, participants))
    if (!person) return refuseRule('application.unknownPerson', { field: 'personId' })
    const votes = await votesOf(tx, ctx, one.id)
    // Votes and the protocol were about somebody else.
    await tx
      .deleteFrom('applicationVotes')
      .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: one.id }))
      .execute()
    return ok({ person: person.name, votesDropped: votes.length })
  },
)

/** Names the head of the future site. Whether the regulation lets them is shown at once and asked at the sending. (C-41) */
export const nameHead = deed(applications, 'edit', {
  at: paths.applicationHead,
  form: head,
  ...naming,
  set: ({ made, input }) =>
    made ? { headPersonId: input.personId, protocolNumber: null, protocolOn: null, protocolFileId: null } : {},
  async tell({ made, one, ctx, regulation, participants }, tx) {
    const voters = taking(participants).map(({ id }) => id)
    if (!made || !headChosenTogether(regulation, voters.length).value) return null
    const params = { theme: one.theme, by: ctx.actor.name, candidate: made.person }
    return { kind: 'application.voteAsked', to: [await headsOfOrganisations(tx, ctx, voters)], params }
  },
  fact: (given) => [
    ...listOf<Happened>(given.made && { kind: 'application.headNamed', facts: given.made }),
    ...naming.fact(given),
  ],
  done: ({ params }) => ({
    to: paths.applicationHead(params as { territory: string; application: string }),
    notice: 'Руководитель площадки назван',
  }),
})

const protocol = {
  number: draftLine('Номер протокола', { most: 50, width: 10 }),
  on: optionalDay('Дата протокола', { hint: undefined }),
  file: files('Протокол', { limits: { ...usualFiles, files: 1 }, hint: 'PDF, DOCX, JPG или PNG, до 20 МБ' }),
}
const recording = part<ValueOf<typeof protocol>, FileId | null>(
  () => 'protocol',
  'Протокол',
  async (tx, { ctx, files: sent }) => ok((await storeFiles(tx, ctx, sent))[0] ?? null),
)

/** Keeps the protocol by which the organisations chose their head: number, day and the paper itself; no new file leaves the one before. */
export const recordProtocol = deed(applications, 'edit', {
  at: paths.applicationProtocol,
  form: protocol,
  begins: ({ one }) => ({ number: one.protocolNumber, on: one.protocolOn }),
  ...recording,
  set: ({ made, input: { number, on } }) => ({
    protocolNumber: number || null,
    protocolOn: on,
    ...(made && { protocolFileId: made }),
  }),
  fact: (given) => [
    { kind: 'application.protocolRecorded', facts: { number: given.input.number || null, on: given.input.on } },
    ...recording.fact(given),
  ],
  done: 'Протокол записан',
})
