import { z } from 'zod'
import { PeriodField } from '../../ui/date-field.tsx'
import type { Choice } from '../../ui/select-field.tsx'
import { chosenIds } from '../../web/fields.ts'
import type { EffectProps, NamedRow } from './effect-props.ts'
import { NamesField } from './name-fields.tsx'

/** Names typed one under another; empty lines say nothing. */
export const typedNames = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).filter((one) => one.trim() !== ''),
  z.array(z.string().max(300, 'Сократите имя')).max(200, 'Добавляйте не больше 200 за один раз'),
)

export const organisationsForm = { organisationIds: chosenIds('организацию'), organisationNames: typedNames }

export const asChoices = (rows: readonly NamedRow[]): Choice[] => rows.map(({ id, label }) => ({ value: id, label }))

export const OrganisationsField = ({ form, name, choices, label }: EffectProps & { label: string }) => (
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

export const Term = ({ form, name, label }: EffectProps & { label: string }) => (
  <PeriodField form={form} label={label} from={`${name}.from`} to={`${name}.to`} />
)
