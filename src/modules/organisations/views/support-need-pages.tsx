import type { Ctx } from '../../../authz/ctx.ts'
import { longPeriod, shortDate } from '../../../kernel/dates.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import type { FormState } from '../../../ui/fields.ts'
import { paths } from '../../../web/paths.ts'
import { endingFields, supportNeedFields } from '../forms.ts'
import type { Organisation, SupportNeed } from '../model.ts'
import { supportNeedNames } from '../texts.ts'

type SupportNeedPageProps = { ctx: Ctx; organisation: Organisation; form: FormState | null }

const wayTo = ({ ctx, organisation }: SupportNeedPageProps) => {
  const at = { territory: ctx.territory.code, organisation: organisation.id }
  const own = { href: paths.organisation(at), label: organisation.shortName }
  return { at, own, way: [{ href: paths.organisations(at), label: 'Организации' }, own] }
}

/** A new trait. */
export function SupportNeedPage(props: SupportNeedPageProps) {
  const { at, own, way } = wayTo(props)
  return (
    <FormPage
      way={way}
      title="Организация нуждается в поддержке"
      more="Признак видят орган управления, методический центр и сама организация. Открыто он не показывается нигде."
      outcome="Признак не записан"
      form={props.form}
      action={paths.supportNeeds(at)}
      button="Записать признак"
      leave={{ ...own, label: 'Не записывать' }}
    >
      <FormFields of={supportNeedFields} form={props.form} begins={{ startsOn: shortDate(props.ctx.today) }} />
    </FormPage>
  )
}

/** The end of a trait. */
export function SupportNeedEndPage({ need, ...props }: SupportNeedPageProps & { need: SupportNeed }) {
  const { at, own, way } = wayTo(props)
  return (
    <FormPage
      way={way}
      title="Снять признак"
      more={`${supportNeedNames[need.kind]}, ${longPeriod({ from: need.startsOn, to: need.endsOn })}`}
      outcome="Признак не снят"
      form={props.form}
      action={paths.supportNeedEnd({ ...at, need: need.id })}
      button="Снять признак"
      leave={{ ...own, label: 'Не снимать' }}
    >
      <FormFields of={endingFields} form={props.form} begins={{ endsOn: shortDate(props.ctx.today) }} />
    </FormPage>
  )
}
