import { z } from 'zod'
import type { CallId } from '../../../../kernel/types.ts'
import { carried, day, type FieldNamed, field, optionalDay, text, type Values } from '../../../../kit/order/effect-fields.tsx'
import type { EffectProps } from '../../../../kit/order/effect-props.ts'
import { initiatorWord, initiators as whoInitiates } from '../../../../regulation/hosts/questions.ts'
import { reviewRule } from '../../../../regulation/review/questions.ts'
import { workDirections } from '../../../../regulation/work/questions.ts'
import { Checkboxes, DateField, FieldsetGroup, fieldId, messageOf, TextArea, TextField, valueOf } from '../../../../ui/fields.ts'
import { rowsIn } from '../../../../ui/form-rows.ts'
import { SubmitButton } from '../../../../ui/frame.ts'
import { optionalWhole, whole } from '../../../../web/fields.ts'
import { levelLines } from '../../criteria-rules.ts'
import { hour, typedCriterion, typedInitiators, typedLines } from './inputs.tsx'

const label = z.string().trim().min(1)
const levelSchema = z.object({ points: z.int().min(0).max(100), text: label })

/** What experts read a programme by: at least two levels, each worth more than the one before. */
const criterionSchema = z.object({
  code: z.string().min(1),
  title: label,
  weight: z.int().min(0).max(100),
  levels: z
    .array(levelSchema)
    .min(2)
    .refine((levels) => levels.every(({ points }, at) => at === 0 || points > levels[at - 1]!.points)),
})

/** Boxes, of which one or more are ticked. */
const initiatorChoices = (regulation: EffectProps['regulation']) =>
  regulation ? whoInitiates(regulation).value.map((value) => ({ value, label: initiatorWord(regulation, value) })) : []

const whoApplies: FieldNamed<string[]> = (name) => ({
  stored: z.array(z.string()).min(1),
  inputs: { [name]: typedInitiators },
  read: (typed) => typed[name],
  values: (value): Values => ({ [`${name}[]`]: [...value] }),
  Field: (props) => (
    <Checkboxes
      form={props.form}
      name={`${props.name}.${name}[]`}
      label="Кто подаёт заявку"
      choices={initiatorChoices(props.regulation)}
    />
  ),
})

/** Where the regulation names directions they are chosen, elsewhere the order may name its own. */
const directions: FieldNamed<string[]> = (name) => ({
  stored: z.array(label),
  inputs: { [name]: typedLines('направления') },
  read: (typed) => typed[name],
  // One of the two is shown: boxes where the regulation has a list, lines where it has none.
  values: (value): Values => ({ [name]: value.join('\n'), [`${name}[]`]: [...value] }),
  Field({ form, name: at, regulation }) {
    const common = { form, label: 'Направления' }
    const choices = workDirections(regulation).map(({ code, label }) => ({ value: code, label }))
    if (choices.length === 0)
      return <TextArea {...common} name={`${at}.${name}`} hint="По одному в строке. Пусто — любая тема" rows={3} />
    return <Checkboxes {...common} name={`${at}.${name}[]`} hint="Ничего не отмечено — любая тема" choices={choices} />
  },
})

const isReviewed = ({ regulation }: EffectProps) => Boolean(regulation && reviewRule(regulation).value)

/** Where nobody reviews there is nothing to ask, and what is stored keeps its usual value. */
const ofReview = (given: { label: string; what: string; least: number; most: number; usual: string; hint?: string }) =>
  field({
    stored: z.int().min(given.least).max(given.most),
    reads: whole(given.what, given.least, given.most),
    shown: (props, at) =>
      isReviewed(props) ? (
        <TextField {...at} label={given.label} hint={given.hint} width={3} inputMode="numeric" />
      ) : (
        <input type="hidden" name={at.name} value={valueOf(at.form, at.name) || given.usual} />
      ),
  })

/** What experts read a programme by; levels are lines «0 — нет». */
const criteria: FieldNamed<z.infer<typeof criterionSchema>[]> = (name) => ({
  stored: z.array(criterionSchema),
  inputs: { [name]: z.array(typedCriterion).max(30, 'В приёме не больше 30 критериев').default([]) },
  read: (typed) => typed[name],
  values: (value): Values =>
    Object.assign(
      {},
      ...value.map(({ code, title, weight, levels }, at) => ({
        [`${name}.${at}.code`]: code,
        [`${name}.${at}.title`]: title,
        [`${name}.${at}.weight`]: String(weight),
        [`${name}.${at}.levels`]: levelLines(levels),
      })),
    ),
  Field: (props) => isReviewed(props) && <Criteria {...props} />,
})

/** A call: when, who, how many, how programmes are read. */
export const callFields = {
  callId: carried<CallId>('приём заявок'),
  title: text({
    label: 'Название приёма',
    what: 'название приёма',
    most: 300,
    hint: 'Так его увидят на сайте, например «Приём заявок 2021 года»',
  }),
  opensOn: day({ label: 'Приём начинается', what: 'начало приёма' }),
  opensAt: hour({
    label: 'Час начала',
    what: 'Время начала приёма',
    hint: (clock) => `Часы и минуты ${clock}, например 09:00`,
  }),
  closesOn: day({ label: 'Приём заканчивается', what: 'конец приёма' }),
  closesAt: hour({
    label: 'Час окончания',
    what: 'Время конца приёма',
    hint: (clock) => `Заявка позже этой минуты не принимается; ${clock}`,
  }),
  initiators: whoApplies,
  directions,
  contingent: field({
    stored: z.array(label),
    reads: typedLines('кто стажируется'),
    values: (value: string[]) => value.join('\n'),
    shown: (_, at) => <TextArea {...at} label="Кто стажируется" hint="По одной группе в строке" rows={4} />,
  }),
  places: field<number | null>({
    stored: z.int().min(1).nullable(),
    reads: optionalWhole('сколько площадок', 1, 10_000, 100),
    shown: (_, at) => (
      <TextField {...at} label="Сколько площадок можно открыть" hint="Пусто — без ограничения" width={4} inputMode="numeric" />
    ),
  }),
  expertsPerApplication: ofReview({
    label: 'Сколько экспертов читают каждую программу',
    what: 'экспертов на заявку',
    least: 0,
    most: 9,
    usual: '0',
  }),
  reviewDueOn: optionalDay({
    what: 'срок экспертизы',
    shown: (props, at) => isReviewed(props) && <DateField {...at} label="Экспертизу закончить к" hint="Можно оставить пустым" />,
  }),
  spreadLimit: ofReview({
    label: 'Допустимое расхождение экспертов, %',
    what: 'расхождение',
    least: 1,
    most: 100,
    usual: '25',
    hint: 'Если итоги двух экспертов разошлись сильнее, нужен ещё один эксперт',
  }),
  criteria,
}

function Criteria({ form, name, point, at }: EffectProps) {
  const rows = rowsIn(form.values as Record<string, string | string[]>, `${name}.criteria`)
  const total = rows.reduce((sum, row) => sum + (Number(row.weight) || 0), 0)
  return (
    <FieldsetGroup
      id={fieldId(`${name}.criteria`)}
      label="Критерии экспертизы"
      hint={`Уровни — каждый с новой строки, с баллами впереди: «0 — не раскрыто». Сумма весов сейчас: ${total}`}
      error={messageOf(form, `${name}.criteria`)}
    >
      {rows.map((_, index) => (
        <Criterion form={form} name={`${name}.criteria.${index}`} number={index + 1} deed={`${point}:${at}:${index}`} />
      ))}
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
      <SubmitButton kind="secondary" small name="change" value={`criterion:add:${point}:${at}`}>
        Добавить критерий
      </SubmitButton>
    </FieldsetGroup>
  )
}

type CriterionProps = Pick<EffectProps, 'form' | 'name'> & { number: number; deed: string }

function Criterion({ form, name, number, deed }: CriterionProps) {
  return (
    <>
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
      <input type="hidden" name={`${name}.code`} value={valueOf(form, `${name}.code`)} />
      <TextField form={form} name={`${name}.title`} label={`Критерий ${number}`} />
      <TextField form={form} name={`${name}.weight`} label={`Вес критерия ${number}`} width={3} inputMode="numeric" />
      <TextArea form={form} name={`${name}.levels`} label={`Уровни критерия ${number}`} rows={4} />
      <SubmitButton kind="secondary" small name="change" value={`criterion:remove:${deed}`}>
        {`Убрать критерий ${number}`}
      </SubmitButton>
    </>
  )
}
