import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { shortDate } from '../../kernel/dates.ts'
import type { Day, OrganisationId, PersonId } from '../../kernel/types.ts'
import { type Choice, DateField, KnownField, PeriodField, TextArea, TextField, valueOf } from '../../ui/fields.ts'
import * as fields from '../../web/fields.ts'
import type { EffectProps, NamedRow } from './effect-props.ts'
import { NameField, NamesField } from './name-fields.tsx'
import type { NamedKind } from './registers.ts'

/** Finds the rows behind typed names; what is not found is refused at its field. */
export type Reading = {
  person(typed: string | null, field: string): PersonId | null
  organisation(typed: string | null, field: string): OrganisationId | null
  organisations(ids: readonly string[], names: readonly string[], field: string): OrganisationId[]
}
export type Values = Readonly<Record<string, string | string[]>>
/** What people call those whom a stored effect names by id. */
export type Labels = { readonly person: (id: string) => string; readonly organisation: (id: string) => string }
type Typed = Readonly<Record<string, unknown>>

/** One field of an effect, said once: how it is stored, how a person fills it in, which rows it names. */
export type EffectField<Value = unknown> = {
  readonly stored: z.ZodType<Value>
  /** The inputs of it, and how each is read. */
  readonly inputs: Readonly<Record<string, z.ZodType>>
  /** The value from what was typed; `at` is the place of the effect in the form. */
  read(typed: Typed, at: string, reading: Reading): unknown
  values(value: Value, labels: Labels): Values
  readonly Field?: (props: EffectProps) => ComponentChildren
  readonly names?: NamedKind
}
/** A field learns its name where the fields of the effect are listed. */
export type FieldNamed<Value = unknown> = (name: string) => EffectField<Value>

type Shown = (props: EffectProps, at: { form: EffectProps['form']; name: string }) => ComponentChildren

/** A field of one input that is read as it is stored. */
export const field =
  <Value,>(given: {
    stored: z.ZodType<Value>
    reads: z.ZodType
    values?: (value: NonNullable<Value>) => string | string[]
    names?: NamedKind
    shown?: Shown
  }): FieldNamed<Value> =>
  (name) => ({
    stored: given.stored,
    inputs: { [name]: given.reads },
    read: (typed) => typed[name],
    values: (value) => (value === null || value === undefined ? {} : { [name]: given.values?.(value) ?? String(value) }),
    ...(given.names && { names: given.names }),
    ...(given.shown && { Field: (props) => given.shown!(props, { form: props.form, name: `${props.name}.${name}` }) }),
  })

const idStored = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id>
const storedText = z.string().trim().min(1)
export const storedDay: z.ZodType<Day> = z.iso.date()

type OfId = { label: string; what: string; names?: NamedKind; hint?: string; choices: (props: EffectProps) => readonly Choice[] }
type OptionalId = OfId & { empty: string }

/** A row chosen from a list. */
export const chosen = <Id extends string>({ label, what, names, hint, choices }: OfId): FieldNamed<Id> =>
  field({
    stored: idStored<Id>(),
    reads: fields.chosenId(what),
    ...(names && { names }),
    shown: (props, at) => <KnownField {...at} label={label} hint={hint} empty="Выберите" choices={choices(props)} />,
  })
export const optionalChosen = <Id extends string>({ label, what, names, hint, empty, choices }: OptionalId) =>
  field<Id | null>({
    stored: idStored<Id>().nullable().default(null) as unknown as z.ZodType<Id | null>,
    reads: fields.optionalId(what),
    ...(names && { names }),
    shown: (props, at) => <KnownField {...at} label={label} hint={hint} empty={empty} choices={choices(props)} />,
  })

/** An id that travels with the draft; nobody chooses it here. */
export const carried = <Id extends string>(what: string): FieldNamed<Id> =>
  field({
    stored: idStored<Id>(),
    reads: fields.chosenId(what),
    shown: (_, at) => <input type="hidden" name={at.name} value={valueOf(at.form, at.name)} />,
  })
export const optionalCarried = <Id extends string>(what: string) =>
  field<Id | null>({
    stored: idStored<Id>().nullable().default(null) as unknown as z.ZodType<Id | null>,
    reads: fields.optionalId(what),
    shown(_, at) {
      const id = valueOf(at.form, at.name)
      return id === '' ? null : <input type="hidden" name={at.name} value={id} />
    },
  })

/** The only field of a day, or both ends of a term: `begins` shows both, `ends` none. */
type OfDay = { label?: string; what: string; hint?: string; shown?: Shown }
const dayShown =
  ({ label = '', hint }: OfDay): Shown =>
  (_, at) => <DateField {...at} label={label} hint={hint} />
export const day = (of: OfDay): FieldNamed<Day> =>
  field({ stored: storedDay, reads: fields.day(of.what), values: shortDate, shown: of.shown ?? dayShown(of) })
export const optionalDay = (of: OfDay): FieldNamed<Day | null> =>
  field<Day | null>({
    stored: storedDay.nullable() as z.ZodType<Day | null>,
    reads: fields.optionalDay(of.what),
    values: shortDate,
    shown: of.shown ?? dayShown(of),
  })

const bothEnds =
  (label: string): Shown =>
  ({ form, name }) => <PeriodField form={form} label={label} from={`${name}.from`} to={`${name}.to`} />
const begins = (label: string) => day({ what: 'начало срока', shown: bothEnds(label) })
/** A term that has an end, and one that may be left open. */
export const term = (label: string) => ({ from: begins(label), to: day({ what: 'конец срока', shown: () => null }) })
export const openTerm = (label: string) => ({
  from: begins(label),
  to: optionalDay({ what: 'конец срока', shown: () => null }),
})

type OfText = { label: string; what: string; most: number; rows?: number; hint?: string; shown?: Shown }
const textShown = ({ label, rows, hint }: OfText): Shown =>
  rows
    ? (_, at) => <TextArea {...at} label={label} hint={hint} rows={rows} />
    : (_, at) => <TextField {...at} label={label} hint={hint} />
export const text = (of: OfText): FieldNamed<string> =>
  field({ stored: storedText, reads: fields.text(of.what, of.most), shown: of.shown ?? textShown(of) })
export const optionalText = (of: OfText): FieldNamed<string | null> =>
  field<string | null>({
    stored: storedText.nullable() as z.ZodType<string | null>,
    reads: fields.optionalText(of.what, of.most),
    shown: of.shown ?? textShown(of),
  })

type OfName = { as: string; label: string; hint?: string }
const typedName = (of: OfName, list: 'people' | 'organisations') => (props: EffectProps) => (
  <NameField form={props.form} name={`${props.name}.${of.as}`} label={of.label} hint={of.hint} list={list} />
)

/** A person by name; the input has a name of its own. */
export const person =
  (of: OfName & { what: string }): FieldNamed<PersonId> =>
  () =>
    ({
      ...optionalPerson(of)(''),
      stored: idStored<PersonId>(),
      inputs: { [of.as]: fields.text(of.what, 300) },
    }) as EffectField<PersonId>
export const optionalPerson =
  (of: OfName & { what: string }): FieldNamed<PersonId | null> =>
  () => ({
    stored: idStored<PersonId>().nullable() as z.ZodType<PersonId | null>,
    inputs: { [of.as]: fields.optionalText(of.what, 300) },
    read: (typed, at, reading) => reading.person(typed[of.as] as string | null, `${at}.${of.as}`),
    values: (id, labels): Values => (id === null ? {} : { [of.as]: labels.person(id) }),
    Field: typedName(of, 'people'),
    names: 'people',
  })
/** An organisation by name; null where nobody has typed one, for the effect to say whom it means then. */
export const organisation =
  (of: OfName & { what: string }): FieldNamed<OrganisationId> =>
  () => ({
    stored: idStored<OrganisationId>(),
    inputs: { [of.as]: fields.optionalText(of.what, 300) },
    read: (typed, at, reading) => reading.organisation(typed[of.as] as string | null, `${at}.${of.as}`),
    values: (id, labels): Values => ({ [of.as]: labels.organisation(id) }),
    Field: typedName(of, 'organisations'),
    names: 'organisations',
  })

/** Names typed one under another; empty lines say nothing. */
export const typedNames = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).filter((one) => one.trim() !== ''),
  z.array(z.string().max(300, 'Сократите имя')).max(200, 'Добавляйте не больше 200 за один раз'),
)

/** At least one organisation: those chosen before, and names typed one under another. */
export const organisations =
  (label: string): FieldNamed<OrganisationId[]> =>
  () => ({
    stored: z.array(idStored<OrganisationId>()).min(1),
    inputs: { organisationIds: fields.chosenIds('организацию'), organisationNames: typedNames },
    read: ({ organisationIds, organisationNames }, at, reading) =>
      reading.organisations(organisationIds as string[], organisationNames as string[], `${at}.organisationNames`),
    values: (ids): Values => ({ 'organisationIds[]': [...ids] }),
    Field: (props) => <OrganisationsField {...props} label={label} />,
    names: 'organisations',
  })

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
