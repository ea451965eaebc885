import { type Ctx, may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { onlyOf } from '../../../kernel/lists.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import { kindChoices } from '../../../regulation/dictionary.ts'
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
  const { endsOn, ...others } = postFields
  const only = onlyOf(organisations.choices)?.value ?? ''
  return (
    <FormFields
      of={first ? others : { ...others, endsOn }}
      form={form}
      begins={{ organisationId: organisation ?? only, startsOn: shortDate(ctx.today) }}
      rows={{
        organisationId: organisations,
        kind: kindChoices(ctx.territory, 'post').filter(({ value }) => value !== 'head' || byOffice),
      }}
      hints={{ organisationId: first && byOffice ? 'Можно оставить пустым и добавить должность позже' : undefined }}
    />
  )
}
