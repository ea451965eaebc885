import type { EffectProps } from '../../../kit/order/effect-props.ts'
import { NamesField } from '../../../kit/order/name-fields.tsx'
import { type ActKind, act } from '../../../regulation/acts.ts'
import {
  Checkbox,
  FieldsetGroup,
  type FormState,
  fieldId,
  messageOf,
  PeriodField,
  SelectField,
  TextArea,
  valueOf,
  valuesOf,
} from '../../../ui/fields.ts'
import { rowsIn } from '../../../ui/form-rows.ts'
import { Details, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { allKits, kitNamed } from '../effects/kits.ts'
import type { ByHand } from '../wording.ts'

/** One legal change of a point in fields of its own. */
function EditEffect(props: EffectProps) {
  const { form, name, point, at } = props
  const kit = kitNamed(valueOf(form, `${name}.kind`))
  if (!kit) return null
  return (
    <FieldsetGroup id={fieldId(name)} label={kit.name} error={messageOf(form, name)}>
      <input type="hidden" name={`${name}.kind`} value={kit.kind} />
      <kit.Fields {...props} />
      <div class="pl-gap" />
      <SubmitButton kind="secondary" small name="change" value={`effect:remove:${point}:${at}`}>
        Убрать это изменение
      </SubmitButton>
    </FieldsetGroup>
  )
}

type PointProps = Omit<EffectProps, 'name' | 'point' | 'at'> & {
  kind: ActKind
  index: number
  number: string
  count: number
  /** As it is stored: its text written otherwise than its changes would. */
  byHand: ByHand | null
}

const levels = [
  { value: '1', label: 'Пункт: 1, 2, 3' },
  { value: '2', label: 'Подпункт: 1.1, 1.2' },
  { value: '3', label: 'Подпункт: 1.1.1' },
]

/** A point in fields: its text, whose task it is, what it changes. */
export function EditPoint(props: PointProps) {
  const { form, index, number } = props
  const name = `points.${index}`
  return (
    <Sheet title={number.includes('.') ? `Подпункт ${number}` : `Пункт ${number}`} id={`point-${index}`}>
      <div class="pl-point">
        <div>
          <TextArea
            form={form}
            name={`${name}.text`}
            label="Текст"
            hint={effectCount(form, name) > 0 ? 'Пусто — запишется из полей изменения' : undefined}
            rows={4}
          />
          {props.byHand && <Beside {...props.byHand} />}
          <EffectsOf {...props} />
        </div>
        <div>
          <SelectField
            form={form}
            name={`${name}.level`}
            label={`Место в ${act(props.kind).prepositional}`}
            initial="1"
            choices={levels}
          />
          <TaskOf {...props} />
        </div>
      </div>
      <RowButtons {...props} />
    </Sheet>
  )
}

/** Where a text written by hand and the changes of its point part, and what the fields would write. */
const Beside = ({ made, unsaid, contradiction }: ByHand) => (
  <div class="govuk-inset-text">
    {contradiction && (
      <p class="govuk-body">
        <b>{`В тексте — ${contradiction.typed}, в полях изменения — ${contradiction.meant}.`}</b>
      </p>
    )}
    {unsaid.length > 0 && <p class="govuk-body">{`В тексте не сказано: ${unsaid.join('; ')}.`}</p>}
    <p class="govuk-body">{`Из полей получается так: «${made}» Чтобы взять эту запись, очистите текст и сохраните.`}</p>
  </div>
)

const effectCount = (form: FormState, point: string) => rowsIn(withValues(form), `${point}.effects`).length

function TaskOf({ form, index, choices }: PointProps) {
  const name = `points.${index}`
  const isTask =
    valueOf(form, `${name}.isTask`) !== '' ||
    valuesOf(form, `${name}.assigneeIds[]`).length > 0 ||
    valueOf(form, `${name}.assigneeNames.0`) !== '' ||
    form.errors.some(({ field }) => /^(assignee|isTask|dueOn|startsOn)/.test(field.slice(name.length + 1)))
  return (
    <Details summary="Поручение: исполнители и срок" open={isTask}>
      <Checkbox form={form} name={`${name}.isTask`} label="Это поручение: у него есть исполнитель" />
      <NamesField
        form={form}
        name={`${name}.assigneeNames`}
        idsName={`${name}.assigneeIds`}
        label="Исполнители"
        hint="По одному человеку в строке: начните с фамилии"
        list="people"
        chosen={choices.people}
      />
      <PeriodField
        form={form}
        label="Срок"
        hint="Один день — заполните только «по». Можно оставить без срока"
        from={`${name}.startsOn`}
        to={`${name}.dueOn`}
      />
    </Details>
  )
}

function EffectsOf(props: PointProps) {
  const { form, index } = props
  const name = `points.${index}`
  const count = effectCount(form, name)
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <EditEffect {...props} name={`${name}.effects.${at}`} point={index} at={at} />
      ))}
      <Details summary={count > 0 ? 'Ещё одно изменение в реестрах' : 'Что этот пункт меняет в реестрах'}>
        <SelectField
          form={form}
          name={`${name}.newEffect`}
          label="Изменение"
          empty="Выберите"
          choices={allKits().map(({ kind, name: label }) => ({ value: kind, label }))}
        />
        <SubmitButton kind="secondary" small name="change" value={`effect:add:${index}`}>
          Добавить изменение
        </SubmitButton>
      </Details>
    </>
  )
}

/** The typed fields as reshaping reads them. */
export const withValues = (form: FormState) => form.values

function RowButtons({ index, number, count }: PointProps) {
  const button = (deed: string, caption: string) => (
    <button
      class="govuk-button govuk-button--secondary pl-button--small"
      type="submit"
      name="change"
      value={`point:${deed}:${index}`}
    >
      {caption}
      <span class="govuk-visually-hidden">, п. {number}</span>
    </button>
  )
  return (
    <div class="govuk-button-group" id={fieldId(`row-${index}`)}>
      {button('below', 'Вставить пункт ниже')}
      {index > 0 && button('up', 'Выше')}
      {index < count - 1 && button('down', 'Ниже')}
      {button('remove', 'Убрать пункт')}
    </div>
  )
}
