import type { EffectProps } from '../../../kit/order/effect-props.ts'
import { initiatorName } from '../../../regulation/kinds.ts'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldsetGroup, fieldId, messageOf } from '../../../ui/field.tsx'
import { rowsIn } from '../../../ui/form-rows.ts'
import { valueOf } from '../../../ui/form-state.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'

type CallProps = EffectProps

/** A call in fields: when, who, how many, how programmes are read. */
export function OpenCallFields(props: CallProps) {
  const { form, name, regulation } = props
  const field = (last: string) => ({ form, name: `${name}.${last}` })
  const initiators = regulation?.initiators?.who ?? (['organisation'] as const)
  return (
    <>
      <input type="hidden" name={`${name}.callId`} value={valueOf(form, `${name}.callId`)} />
      <TextField {...field('title')} label="Название приёма" hint="Так его увидят на сайте, например «Приём заявок 2021 года»" />
      <Moments {...props} />
      <Checkboxes
        {...field('initiators[]')}
        label="Кто подаёт заявку"
        choices={initiators.map((who) => ({ value: who, label: initiatorName[who] }))}
      />
      <Directions {...props} />
      <TextArea {...field('contingent')} label="Кто стажируется" hint="По одной группе в строке" rows={4} />
      <TextField
        {...field('places')}
        label="Сколько площадок можно открыть"
        hint="Пусто — без ограничения"
        width={4}
        inputMode="numeric"
      />
      {regulation?.expertReview ? <ReviewFields {...props} /> : <NoReview {...props} />}
    </>
  )
}

/** Where the regulation names directions they are chosen, elsewhere the order may name its own. */
function Directions({ form, name, regulation }: EffectProps) {
  if (!regulation?.directions)
    return (
      <TextArea
        form={form}
        name={`${name}.directions`}
        label="Направления"
        hint="По одному в строке. Пусто — любая тема"
        rows={3}
      />
    )
  const choices = regulation.directions.list.map(({ code, label }) => ({ value: code, label }))
  return (
    <Checkboxes
      form={form}
      name={`${name}.directions[]`}
      label="Направления"
      hint="Ничего не отмечено — любая тема"
      choices={choices}
    />
  )
}

function Moments({ form, name, regulation }: EffectProps) {
  const field = (last: string) => ({ form, name: `${name}.${last}` })
  const clock = regulation?.localTime ?? 'по местному времени'
  return (
    <>
      <DateField
        {...field('opensOn')}
        label="Приём начинается"
        hint="Например, 15.06.2022. Поменяв срок, поправьте и текст пункта"
      />
      <Clock {...field('opensAt')} label="Час начала" hint={`Часы и минуты ${clock}, например 09:00`} />
      <DateField {...field('closesOn')} label="Приём заканчивается" />
      <Clock {...field('closesAt')} label="Час окончания" hint={`Заявка позже этой минуты не принимается; ${clock}`} />
    </>
  )
}

const Clock = (props: Parameters<typeof TextField>[0]) => (
  <TextField {...props} width={5} inputMode="numeric" autoComplete="off" />
)

function ReviewFields(props: CallProps) {
  const { form, name } = props
  const field = (last: string) => ({ form, name: `${name}.${last}` })
  return (
    <>
      <TextField
        {...field('expertsPerApplication')}
        label="Сколько экспертов читают каждую программу"
        width={2}
        inputMode="numeric"
      />
      <DateField {...field('reviewDueOn')} label="Экспертизу закончить к" hint="Можно оставить пустым" />
      <TextField
        {...field('spreadLimit')}
        label="Допустимое расхождение экспертов, %"
        hint="Если итоги двух экспертов разошлись сильнее, нужен ещё один эксперт"
        width={3}
        inputMode="numeric"
      />
      <Criteria {...props} />
    </>
  )
}

/** Where nobody reviews there is nothing to ask, and what is stored keeps its usual values. */
const NoReview = ({ form, name }: EffectProps) => (
  <>
    <input type="hidden" name={`${name}.expertsPerApplication`} value={valueOf(form, `${name}.expertsPerApplication`) || '0'} />
    <input type="hidden" name={`${name}.spreadLimit`} value={valueOf(form, `${name}.spreadLimit`) || '25'} />
  </>
)

function Criteria({ form, name, point, at }: CallProps) {
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

type CriterionProps = Pick<CallProps, 'form' | 'name'> & { number: number; deed: string }

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

/** A later closing for a call that stands. */
export function ExtendCallFields({ form, name, choices, regulation }: EffectProps) {
  const field = (last: string) => ({ form, name: `${name}.${last}` })
  return (
    <>
      <SelectField
        {...field('callId')}
        label="Какой приём"
        empty="Выберите"
        choices={choices.calls.map(({ id, label }) => ({ value: id, label }))}
      />
      <DateField {...field('closesOn')} label="Приём заканчивается" />
      <Clock
        {...field('closesAt')}
        label="Час окончания"
        hint={`Часы и минуты ${regulation?.localTime ?? 'по местному времени'}`}
      />
      <DateField {...field('reviewDueOn')} label="Новый срок экспертизы" hint="Пусто — остаётся прежний" />
    </>
  )
}
