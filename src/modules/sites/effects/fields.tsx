import { OrganisationsField, Term } from '../../../kit/order/effect-fields.tsx'
import type { EffectProps } from '../../../kit/order/effect-props.ts'
import { NameField } from '../../../kit/order/name-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { valueOf } from '../../../ui/form-state.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { grantFields } from '../ports.ts'
import { AftermathFields, CaseField } from './standing-fields.tsx'

const at = ({ form, name }: EffectProps, last: string) => ({ form, name: `${name}.${last}` })

export function GrantFields(props: EffectProps) {
  const { form, name, regulation } = props
  const directions = regulation?.directions?.list ?? []
  return (
    <>
      <input type="hidden" name={`${name}.siteId`} value={valueOf(form, `${name}.siteId`)} />
      <OrganisationsField {...props} label="Организации площадки" />
      <NameField {...at(props, 'leadName')} label="Ведущая организация" hint="Пусто — первая из названных" list="organisations" />
      <TextArea {...at(props, 'theme')} label="Тема площадки" rows={3} />
      {directions.length > 0 && (
        <SelectField
          {...at(props, 'direction')}
          label="Направление"
          empty="Без направления"
          choices={directions.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      <Term {...props} label="Срок статуса" />
      <NameField {...at(props, 'headName')} label="Руководитель площадки" hint="Пусто — приказ его не называет" list="people" />
      <TextField
        {...at(props, 'headGround')}
        label="Протокол, которым выбран руководитель"
        hint="Нужен общей площадке нескольких организаций"
      />
      {grantFields.parts().map((Field) => (
        <Field {...props} />
      ))}
    </>
  )
}

export function AppointFields(props: EffectProps) {
  const roles = Object.entries(props.regulation?.roles ?? {}).flatMap(([code, role]) =>
    role && code !== 'expert' ? [{ value: code, label: role.words.nominative }] : [],
  )
  return (
    <>
      <NameField {...at(props, 'personName')} label="Кого назначают" list="people" />
      <SelectField {...at(props, 'as')} label="Кем" empty="Выберите" choices={roles} />
      <SiteField {...props} empty="По всей территории" />
      <Term {...props} label="На какой срок" />
      <TextField {...at(props, 'ground')} label="Основание" hint="Например, протокол; можно оставить пустым" />
    </>
  )
}

export const EndAppointmentFields = (props: EffectProps) => (
  <>
    <SelectField
      {...at(props, 'appointmentId')}
      label="Чьё назначение"
      empty="Выберите"
      choices={props.choices.appointments.map(({ id, label, kind }) => ({
        value: id,
        label: `${label} — ${props.regulation?.roles[kind]?.words.nominative ?? 'назначение'}`,
      }))}
    />
    <DateField {...at(props, 'on')} label="Последний день" />
  </>
)

export const AttachFields = (props: EffectProps) => (
  <>
    <SiteField {...props} />
    <OrganisationsField {...props} label="Какие школы" />
    <Term {...props} label="На какой срок" />
  </>
)

export const DetachFields = (props: EffectProps) => (
  <>
    <SiteField {...props} />
    <OrganisationsField {...props} label="Какие школы" />
    <DateField {...at(props, 'on')} label="Последний день" />
  </>
)

export const ExtendFields = (props: EffectProps) => (
  <>
    <SiteField {...props} />
    <DateField {...at(props, 'to')} label="По какой день" />
    <CaseField {...props} />
  </>
)

export const SuspendFields = (props: EffectProps) => (
  <>
    <SiteField {...props} />
    <DateField {...at(props, 'from')} label="С какого дня" />
    <TextArea {...at(props, 'reason')} label="Почему" rows={2} />
    <CaseField {...props} />
  </>
)

export const ResumeFields = (props: EffectProps) => (
  <>
    <SiteField {...props} />
    <DateField {...at(props, 'on')} label="Первый день работы" />
    <CaseField {...props} />
  </>
)

export const TerminateFields = (props: EffectProps) => (
  <>
    <SiteField {...props} />
    <GroundField {...props} />
    <DateField {...at(props, 'on')} label="Последний день статуса" />
    <AftermathFields {...props} />
    <CaseField {...props} />
  </>
)

const SiteField = (props: EffectProps & { empty?: string }) => (
  <SelectField {...at(props, 'siteId')} label="Площадка" empty={props.empty ?? 'Выберите'} choices={props.sites} />
)

function GroundField(props: EffectProps) {
  const grounds = props.regulation?.termination?.grounds ?? []
  const field = { ...at(props, 'ground'), label: 'Основание' }
  if (grounds.length === 0) return <TextField {...field} />
  return <SelectField {...field} empty="Выберите" choices={grounds.map(({ code, text }) => ({ value: code, label: text }))} />
}
