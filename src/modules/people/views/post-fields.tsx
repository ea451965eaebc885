import type { Ctx } from '../../../authz/ctx.ts'
import { may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { postKindName, postKinds } from '../../../regulation/kinds.ts'
import { DateField } from '../../../ui/date-field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Choice } from '../../organisations/queries.ts'

export type PostFieldsProps = {
  ctx: Ctx
  form: FormState | null
  organisations: readonly Choice[]
  /** The organisation the person came from. */
  organisation?: string | null
  optional?: boolean
}

/** A post: where, what, since when. */
export function PostFields({ ctx, form, organisations, organisation, optional }: PostFieldsProps) {
  const byOffice = may(ctx, 'person.register')
  const kinds = postKinds.filter((kind) => kind !== 'head' || byOffice)
  return (
    <>
      <SelectField
        form={form}
        name="organisationId"
        label="Организация"
        hint={optional && byOffice ? 'Можно оставить пустым и добавить должность позже' : undefined}
        empty="Выберите"
        initial={organisation ?? (organisations.length === 1 ? organisations[0]!.id : '')}
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        form={form}
        name="kind"
        label="Вид должности"
        empty="Выберите"
        choices={kinds.map((value) => ({ value, label: postKindName[value] }))}
      />
      <TextField form={form} name="title" label="Должность" hint="Как в приказе: учитель физики, методист" width={30} />
      <TextField form={form} name="subject" label="Предмет" hint="Для учителей. Можно оставить пустым" width={30} />
      <DateField form={form} name="startsOn" label="Первый день" initial={shortDate(ctx.today)} />
    </>
  )
}
