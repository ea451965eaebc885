import { earlier, shortPeriod } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { allRules, ok, type Refusal, type RuleRefusal, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { ProgrammeId, TraineeshipId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { area, day, period, row } from '../../../kit/form/fields.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { numberText } from '../../programmes/hours-rules.ts'
import { workingProgrammes } from '../../programmes/queries.ts'
import { theSite } from '../../sites/site-queries.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import { sitesAtWork } from '../../sites/term-queries.ts'
import { offeredTraineeships, traineeships } from '../case-queries.ts'
import { guideField, guideIn, termsForm } from '../form.ts'
import { paths } from '../paths.ts'
import { runnersOf, wordsOf } from '../people.ts'
import { planRows } from '../plan-queries.ts'
import { traineeshipRow } from '../queries.ts'
import { formThere, heldAfter, mayBegin, wrongChange, wrongLastDay, wrongLeavingDay } from '../rules.ts'
import { goesElsewhere, placed } from '../store.ts'

const { programmeId: _programme, ...changed } = termsForm

/** Changes the days, the form and who leads; the programme stays what was agreed. */
export const changeTraineeship = deed(traineeships, 'change', {
  at: paths.traineeshipEdit,
  permits: 'traineeship.run',
  form: { ...changed, ...guideField },
  begins: ({ one }) => ({ ...one, guide: one.guideId }),
  also: async (tx, given) => {
    const { one, site, ctx, input } = given
    const guideId = guideIn(input.guide)
    const found = await placed(tx, ctx, site, { ...one, ...input, ...formThere(site.regulation, input), guideId }, one.id)
    if (!found.ok) return found
    const wrong = wrongChange(one, input, { rows: await planRows(tx, ctx, [one.id]), today: ctx.today })
    if (wrong.length > 0) return refuseAll(wrong)
    return ok({ ...(await wordsOf(tx, given)), guide: (await initialsOf(tx, ctx, [guideId]))(guideId) || null })
  },
  set: ({ input: { guide, ...terms }, site }) => ({ ...terms, ...formThere(site.regulation, terms), guideId: guideIn(guide) }),
  tell: ({ one, made, now }) => [
    {
      kind: 'traineeship.changed',
      to: [one.personId],
      params: { title: made.title, site: made.site, when: shortPeriod({ from: now.startsOn, to: now.endsOn }) },
      nth: now.editVersion,
    },
    { kind: 'traineeship.led', to: now.guideId === one.guideId ? [] : [now.guideId], params: made },
  ],
  fact: ({ made, now }) => ({
    kind: 'traineeship.changed',
    facts: {
      person: made.person,
      programme: made.title,
      period: shortPeriod({ from: now.startsOn, to: now.endsOn }),
      guide: made.guide,
    },
  }),
  done: 'Условия стажировки сохранены',
  ask: { title: 'Изменить условия', opens: 'Изменить срок и кто ведёт', kind: 'secondary' },
})

/** The trainee has come. */
export const beginTraineeship = deed(traineeships, 'begin', {
  at: paths.traineeshipStart,
  permits: 'traineeship.lead',
  rule: ({ one, ctx }) => mayBegin(one, ctx.today),
  lacks: ({ one, ctx }) => mayBegin(one, ctx.today),
  also: async (tx, given) => ok(await wordsOf(tx, given)),
  fact: ({ made }) => ({ kind: 'traineeship.began', facts: { person: made.person, programme: made.title } }),
  done: 'Стажировка началась',
  ask: { title: 'Начать', button: 'Стажировка началась' },
})

/** It is over as it was meant: what counts are the hours of the lists. (C-12) */
export const finishTraineeship = deed(traineeships, 'finish', {
  at: paths.traineeshipFinish,
  permits: 'traineeship.lead',
  anyStanding: true,
  form: { endedOn: day('Последний день стажировки', { what: 'последний день' }) },
  begins: ({ one, ctx }) => ({ endedOn: earlier(ctx.today, one.endsOn) }),
  rule: ({ one, ctx, input }) => wrongLastDay(one, input.endedOn, ctx.today),
  also: async (tx, given) => {
    const wrong = heldAfter(await planRows(tx, given.ctx, [given.one.id]), given.input.endedOn, 'endedOn')
    if (wrong.length > 0) return refuseAll(wrong)
    const row = await traineeshipRow(tx, given.ctx, given.one.id)
    return ok({ ...(await wordsOf(tx, given)), hours: row?.given ?? 0 })
  },
  set: ({ input }) => input,
  tell: ({ one, made }) => ({
    kind: 'traineeship.ended',
    to: [one.personId, one.sentBy],
    params: { ...made, reason: `Завершена, академических часов — ${numberText(made.hours)}` },
  }),
  fact: ({ made, input }) => ({
    kind: 'traineeship.finished',
    facts: { person: made.person, programme: made.title, on: input.endedOn, hours: made.hours },
  }),
  done: 'Стажировка завершена',
  ask: { title: 'Завершить стажировку', folded: true, button: 'Завершить' },
})

/** The trainee leaves before the end: a day and a reason are kept, and the hours there are. */
export const leaveTraineeship = deed(traineeships, 'leave', {
  at: paths.traineeshipLeaving,
  permits: 'traineeship.leave',
  anyStanding: true,
  form: {
    leftOn: day('Последний день', { what: 'последний день' }),
    endReason: area('Почему', { what: 'причину', most: 1000, rows: 2 }),
  },
  begins: ({ ctx }) => ({ leftOn: ctx.today }),
  rule: ({ one, ctx, input }) => wrongLeavingDay(one, input.leftOn, { today: ctx.today, field: 'leftOn' }),
  also: async (tx, given) => {
    const wrong = heldAfter(await planRows(tx, given.ctx, [given.one.id]), given.input.leftOn, 'leftOn')
    return wrong.length > 0 ? refuseAll(wrong) : ok(await wordsOf(tx, given))
  },
  set: ({ input }) => ({ endedOn: input.leftOn, endReason: input.endReason }),
  tell: ({ one, made, input, ctx }) => ({
    kind: 'traineeship.ended',
    to: [runnersOf, ...[one.personId, one.guideId, one.sentBy].filter((id) => id !== ctx.actor.personId)],
    params: { ...made, reason: input.endReason },
  }),
  fact: ({ made, input }) => ({
    kind: 'traineeship.left',
    facts: { person: made.person, programme: made.title, on: input.leftOn, reason: input.endReason },
  }),
  done: 'Записано: стажировка прекращена, часы сохранены',
  ask: { title: 'Прекратить стажировку', folded: true, button: 'Прекратить', kind: 'warning' },
})

/** What is refused of the other site and its programme stands at the field in which it was chosen. */
const inTransfer = (refusal: Refusal): RuleRefusal[] =>
  allRules(refusal).map(({ field = 'to', ...rule }) => ({ ...rule, field: field === 'programmeId' ? 'to' : field }))

/** Hands the trainee over to another site with the hours there are: the trainee and that site have to say yes, and until then nothing ends here. */
export const transferTrainee = deed(traineeships, 'transfer', {
  at: paths.traineeshipTransfer,
  permits: 'traineeship.transfer',
  anyStanding: true,
  form: {
    to: row<ProgrammeId>('Куда: программа другой площадки', { what: 'программу' }),
    ...period('Срок там', {
      startsOn: day('Первый день', { what: 'первый день' }),
      endsOn: day('Последний день', { what: 'последний день' }),
    }),
    // By the paper of the other site: its own form, and the licence where that form needs one.
    format: termsForm.format,
    licenceHolder: termsForm.licenceHolder,
    why: area('Почему переводим', { what: 'причину', most: 1000, rows: 2 }),
  },
  begins: ({ one, ctx }) => ({ startsOn: ctx.today, endsOn: one.endsOn, format: one.format, licenceHolder: one.licenceHolder }),
  also: async (tx, given) => {
    const { one, ctx, input } = given
    if (await goesElsewhere(tx, ctx, one.id)) return refuseRule('traineeship.transferWaits')
    const sites = await sitesAtWork(tx, ctx, null)
    const programmes = await workingProgrammes(
      tx,
      ctx,
      sites.map(({ id }) => id),
    )
    const chosen = programmes.find(({ id }) => id === input.to)
    if (!chosen || chosen.siteId === one.siteId) return refuseRule('traineeship.sameProgramme', { field: 'to' })
    const site = await theSite.open(tx, ctx, chosen.siteId)
    if (!site) return refuseRule('traineeship.sameProgramme', { field: 'to' })
    const open = siteIsOpen(site.standing, ctx.today)
    if (!open.ok) return refuseAll(inTransfer(open.refusal))
    const terms = {
      personId: one.personId,
      ...formThere(site.regulation, input),
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      programmeId: input.to,
      guideId: null,
    }
    const found = await placed(tx, ctx, site, terms)
    if (!found.ok) return refuseAll(inTransfer(found.refusal))
    const id = newId<TraineeshipId>()
    await offeredTraineeships.begin(tx, ctx, id, {
      ...terms,
      siteId: site.id,
      versionId: found.value.versionId,
      organisationId: found.value.organisationId,
      post: found.value.post,
      begunBy: 'transfer',
      cameFromId: one.id,
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
    })
    return ok({ ...(await wordsOf(tx, given)), id, there: site.name, offered: found.value.title })
  },
  tell: ({ one, made, ctx }) => ({
    kind: 'traineeship.offered',
    to: [one.personId],
    subjectId: made.id,
    params: { title: made.offered, site: made.there, by: ctx.actor.name },
  }),
  fact: ({ made, input }) => ({
    kind: 'traineeship.transferred',
    facts: { person: made.person, programme: made.title, reason: `${made.there}: ${input.why}` },
  }),
  done: ({ made }) => `Стажёру предложено перейти: ${made.there}. Пока его там не приняли, здесь ничего не меняется`,
})
