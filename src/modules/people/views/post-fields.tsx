import { type Ctx, may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { onlyOf } from '../../../kernel/lists.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import { postKindName, postKinds } from '../../../regulation/kinds.ts'
import type { FormState, FoundRows } from '../../../ui/fields.ts'
import { postFields } from '../forms.ts'

export type PostFieldsProps = {
  ctx: Ctx
  form: FormState | null
  organisations: FoundRows
  /** The organisation the person came from. */
  organisation?: string | null
  /** The first post of a new person: it may be left out, and has no last day. */
  first?: boolean
}

/** A post: where, what, since when. Heads are recorded by the office alone. */
export function PostFields({ ctx, form, organisations, organisation, first }: PostFieldsProps) {
  const byOffice = may(ctx, 'person.register')
  const kinds = postKinds.filter((kind) => kind !== 'head' || byOffice)
  const { endsOn, ...others } = postFields
  const only = onlyOf(organisations.choices)?.value ?? ''
  return (
    <FormFields
      of={first ? others : { ...others, endsOn }}
      form={form}
      begins={{ organisationId: organisation ?? only, startsOn: shortDate(ctx.today) }}
      rows={{
        organisationId: organisations,
        kind: kinds.map((value) => ({ value, label: postKindName[value] })),
      }}
      hints={{ organisationId: first && byOffice ? 'Можно оставить пустым и добавить должность позже' : undefined }}
    />
  )
}
