import { SubmitButton } from '../../../ui/buttons.tsx'
import { DateField, PeriodField } from '../../../ui/date-field.tsx'
import { FieldsetGroup, fieldId, messageOf } from '../../../ui/field.tsx'
import { valueOf } from '../../../ui/form-state.ts'
import { type Choice, SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type EffectKind, effectKinds } from '../effects.ts'
import { effectNames } from '../texts.ts'
import { ExtendCallFields, OpenCallFields } from './edit-call.tsx'
import { ApplicationField, DeclineFields } from './edit-decision.tsx'
import { AftermathFields, CaseField } from './edit-standing.tsx'
import type { EffectProps } from './effect-props.ts'
import { NameField, NamesField } from './names-field.tsx'

const kindOf = (value: string) => effectKinds.find((kind) => kind === value) ?? null

/** One legal change of a point in fields of its own. */
export function EditEffect(props: EffectProps & { point: number; at: number }) {
  const { form, name, point, at } = props
  const kind = kindOf(valueOf(form, `${name}.kind`))
  if (kind === null) return null
  return (
    <FieldsetGroup id={fieldId(name)} label={effectNames[kind]} error={messageOf(form, name)}>
      <input type="hidden" name={`${name}.kind`} value={kind} />
      <Fields {...props} kind={kind} />
      <div class="pl-gap" />
      <SubmitButton kind="secondary" small name="change" value={`effect:remove:${point}:${at}`}>
        Убрать это изменение
      </SubmitButton>
    </FieldsetGroup>
  )
}

type KindProps = EffectProps & { kind: EffectKind; point: number; at: number }
const asChoices = (rows: readonly { id: string; label: string }[]): Choice[] =>
  rows.map(({ id, label }) => ({ value: id, label }))

function Fields(props: KindProps) {
  const { kind, form, name, choices } = props
  const field = (last: string) => ({ form, name: `${name}.${last}` })
  switch (kind) {
    case 'approveRegulation':
      return (
        <SelectField
          {...field('regulationId')}
          label="Какую редакцию Положения"
          empty="Выберите"
          choices={asChoices(choices.regulations)}
        />
      )
    case 'grantStatus':
      return <GrantFields {...props} />
    case 'declineApplication':
      return <DeclineFields {...props} />
    case 'attachOrganisations':
      return (
        <>
          <SiteField {...props} />
          <OrganisationsField {...props} label="Какие школы" />
          <Term {...props} label="На какой срок" />
        </>
      )
    case 'appoint':
      return <AppointFields {...props} />
    case 'endAppointment':
      return (
        <>
          <SelectField {...field('appointmentId')} label="Чьё назначение" empty="Выберите" choices={appointments(props)} />
          <DateField {...field('on')} label="Последний день" />
        </>
      )
    case 'detachOrganisations':
      return (
        <>
          <SiteField {...props} />
          <OrganisationsField {...props} label="Какие школы" />
          <DateField {...field('on')} label="Последний день" />
        </>
      )
    case 'extendStatus':
      return (
        <>
          <SiteField {...props} />
          <DateField {...field('to')} label="По какой день" />
          <CaseField {...props} />
        </>
      )
    case 'terminateStatus':
      return (
        <>
          <SiteField {...props} />
          <GroundField {...props} />
          <DateField {...field('on')} label="Последний день статуса" />
          <AftermathFields {...props} />
          <CaseField {...props} />
        </>
      )
    case 'suspendStatus':
      return (
        <>
          <SiteField {...props} />
          <DateField {...field('from')} label="С какого дня" />
          <TextArea {...field('reason')} label="Почему" rows={2} />
          <CaseField {...props} />
        </>
      )
    case 'resumeStatus':
      return (
        <>
          <SiteField {...props} />
          <DateField {...field('on')} label="Первый день работы" />
          <CaseField {...props} />
        </>
      )
    case 'openCall':
      return <OpenCallFields {...props} />
    case 'extendCall':
      return <ExtendCallFields {...props} />
    case 'revoke':
      return <SelectField {...field('orderId')} label="Какой приказ" empty="Выберите" choices={asChoices(choices.orders)} />
  }
}

function GrantFields(props: EffectProps) {
  const { form, name, regulation } = props
  const directions = regulation?.directions?.list ?? []
  return (
    <>
      <input type="hidden" name={`${name}.siteId`} value={valueOf(form, `${name}.siteId`)} />
      <OrganisationsField {...props} label="Организации площадки" />
      <NameField
        form={form}
        name={`${name}.leadName`}
        label="Ведущая организация"
        hint="Пусто — первая из названных"
        list="organisations"
      />
      <TextArea form={form} name={`${name}.theme`} label="Тема площадки" rows={3} />
      {directions.length > 0 && (
        <SelectField
          form={form}
          name={`${name}.direction`}
          label="Направление"
          empty="Без направления"
          choices={directions.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      <Term {...props} label="Срок статуса" />
      <NameField
        form={form}
        name={`${name}.headName`}
        label="Руководитель площадки"
        hint="Пусто — приказ его не называет"
        list="people"
      />
      <TextField
        form={form}
        name={`${name}.headGround`}
        label="Протокол, которым выбран руководитель"
        hint="Нужен общей площадке нескольких организаций"
      />
      <ApplicationField {...props} />
    </>
  )
}

function AppointFields(props: EffectProps) {
  const { form, name, regulation } = props
  const roles = Object.entries(regulation?.roles ?? {}).flatMap(([code, role]) =>
    role && code !== 'expert' ? [{ value: code, label: role.words.nominative }] : [],
  )
  return (
    <>
      <NameField form={form} name={`${name}.personName`} label="Кого назначают" list="people" />
      <SelectField form={form} name={`${name}.as`} label="Кем" empty="Выберите" choices={roles} />
      <SiteField {...props} empty="По всей территории" />
      <Term {...props} label="На какой срок" />
      <TextField form={form} name={`${name}.ground`} label="Основание" hint="Например, протокол; можно оставить пустым" />
    </>
  )
}

const SiteField = ({ form, name, sites, empty = 'Выберите' }: EffectProps & { empty?: string }) => (
  <SelectField form={form} name={`${name}.siteId`} label="Площадка" empty={empty} choices={sites} />
)

const OrganisationsField = ({ form, name, choices, label }: EffectProps & { label: string }) => (
  <NamesField
    form={form}
    name={`${name}.organisationNames`}
    idsName={`${name}.organisationIds`}
    label={label}
    hint="По одной организации в строке"
    list="organisations"
    chosen={choices.organisations}
  />
)

const Term = ({ form, name, label }: EffectProps & { label: string }) => (
  <PeriodField form={form} label={label} from={`${name}.from`} to={`${name}.to`} />
)

function GroundField({ form, name, regulation }: EffectProps) {
  const grounds = regulation?.termination?.grounds ?? []
  const field = { form, name: `${name}.ground`, label: 'Основание' }
  if (grounds.length === 0) return <TextField {...field} />
  return <SelectField {...field} empty="Выберите" choices={grounds.map(({ code, text }) => ({ value: code, label: text }))} />
}

const appointments = ({ choices, regulation }: EffectProps): Choice[] =>
  choices.appointments.map(({ id, label, kind }) => ({
    value: id,
    label: `${label} — ${regulation?.roles[kind]?.words.nominative ?? 'назначение'}`,
  }))
