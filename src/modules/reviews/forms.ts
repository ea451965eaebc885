import { z } from 'zod'
import { isId } from '../../kernel/ids.ts'
import { entriesOf } from '../../kernel/records.ts'
import type { ApplicationId, OrganisationId, PersonId } from '../../kernel/types.ts'
import type { FormState } from '../../ui/fields.ts'
import { asked } from '../../web/address.ts'
import { checked, chosenId, chosenIds, day, idField, optionalChoice, optionalId, optionalText, text } from '../../web/fields.ts'
import { type ReviewText, recommendations } from './model.ts'
import type { ProtocolInput } from './protocol-rules.ts'

export const nameQuery = z.object({ q: asked })

/** Beside what the list itself asks: `open` opens the reasons of an application, `criterion` those by one criterion. */
export const summaryQuery = z.object({ sort: asked, down: asked, page: asked, print: asked, open: asked, criterion: asked })

export const expertForm = z.object({
  personId: chosenId<PersonId>('человека'),
  employerOrganisationId: optionalId<OrganisationId>('организацию'),
  employer: optionalText('место работы', 300),
  directions: chosenCodes('направление'),
  startsOn: day('первый день'),
})
export const endForm = z.object({ endsOn: day('последний день') })

/** Codes of several chosen lines; possibly none. */
function chosenCodes(what: string) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter((one) => one !== '') : [value]),
    z.array(z.string().max(60, `Выберите ${what} из списка`)).max(50, `Выберите не больше 50: ${what}`),
  )
}

export const assignForm = z.object({ experts: chosenIds<PersonId>('эксперта'), dueOn: day('срок заключения') })

/** The proposal as it was edited: experts by application. */
export const proposalForm = z
  .object({
    dueOn: day('срок заключения'),
    experts: z.record(idField<ApplicationId>('Обновите страницу'), chosenIds<PersonId>('эксперта')).default({}),
  })
  .transform(({ dueOn, experts }) => ({
    dueOn,
    assignments: entriesOf(experts).map(([applicationId, personIds]) => ({ applicationId, personIds })),
  }))

export const replaceForm = z.object({
  personId: chosenId<PersonId>('нового эксперта'),
  dueOn: day('срок заключения'),
  reason: text('причину замены', 1000),
})
export const reasonForm = z.object({ reason: text('причину', 1000) })
export const emptyForm = z.object({})

const score = z.object({
  points: z.preprocess(
    (value) => (value === undefined || value === '' ? null : Number(value)),
    z.number({ error: 'Выберите один из уровней критерия' }).nullable(),
  ),
  comment: optionalText('обоснование', 5000),
})
const reviewFields = {
  scores: z.record(z.string().max(60), score).default({}),
  conclusion: optionalText('заключение', 20_000),
  recommendation: optionalChoice('рекомендацию', recommendations),
}
type ReviewFields = {
  scores: Record<string, { points: number | null; comment: string | null }>
  conclusion: string | null
  recommendation: ReviewText['recommendation']
}
const reviewText = ({ scores, conclusion, recommendation }: ReviewFields): ReviewText => ({
  scores: Object.entries(scores).map(([code, { points, comment }]) => ({ code, points, comment: comment ?? '' })),
  conclusion: conclusion ?? '',
  recommendation,
})

/** A review while it is written: nothing has to be there yet. */
export const reviewForm = z.object(reviewFields).transform(reviewText)
/** A review that is sent: `sure` when points and recommendation were asked about. */
export const sendForm = z
  .object({ ...reviewFields, sure: checked() })
  .transform(({ sure, ...fields }) => ({ sure, text: reviewText(fields) }))
export const paperForm = z
  .object({ ...reviewFields, sure: checked(), paperOn: day('дата бумаги') })
  .transform(({ paperOn, sure, ...fields }) => ({ paperOn, sure, text: reviewText(fields) }))

/** A stored review as the form shows it. */
export function storedReview({ scores, conclusion, recommendation }: ReviewText): FormState['values'] {
  const values: Record<string, string> = { conclusion, recommendation: recommendation ?? '' }
  for (const { code, points, comment } of scores) {
    values[`scores.${code}.points`] = points === null ? '' : String(points)
    values[`scores.${code}.comment`] = comment
  }
  return values
}

export const startProtocolForm = z.object({
  heldOn: day('дата заседания'),
  place: optionalText('место', 300),
  chairId: chosenId<PersonId>('председателя'),
  secretaryId: chosenId<PersonId>('секретаря'),
})
export const protocolForm = z
  .object({
    ...startProtocolForm.shape,
    members: chosenIds<PersonId>('члена комиссии'),
    note: optionalText('примечание', 10_000),
    decisions: z.record(z.string().refine(isId, 'Обновите страницу'), optionalText('решение', 5000)).default({}),
  })
  .transform(
    ({ members, note, decisions, ...rest }): ProtocolInput => ({
      ...rest,
      memberIds: members as PersonId[],
      note: note ?? '',
      // A field left empty: the meeting did not speak of this application.
      decisions: Object.entries(decisions).flatMap(([applicationId, words]) =>
        words === null ? [] : [{ applicationId: applicationId as ApplicationId, words }],
      ),
    }),
  )
