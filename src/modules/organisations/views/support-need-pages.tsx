import type { Ctx } from '../../../authz/ctx.ts'
import { longPeriod, shortDate } from '../../../kernel/dates.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { type Organisation, type SupportNeed, supportNeedKinds } from '../model.ts'
import { supportNeedNames } from '../texts.ts'

type SupportNeedPageProps = { ctx: Ctx; organisation: Organisation; form: FormState | null }

function Way({ ctx, organisation }: Pick<SupportNeedPageProps, 'ctx' | 'organisation'>) {
  const territory = ctx.territory.code
  return (
    <Breadcrumbs
      links={[
        { href: paths.organisations({ territory }), label: 'Организации' },
        { href: paths.organisation({ territory, organisation: organisation.id }), label: organisation.shortName },
      ]}
    />
  )
}

/** A new trait. */
export function SupportNeedPage({ ctx, organisation, form }: SupportNeedPageProps) {
  const at = { territory: ctx.territory.code, organisation: organisation.id }
  return (
    <>
      <Way ctx={ctx} organisation={organisation} />
      <ErrorSummary outcome="Признак не записан" form={form} />
      <PageHead
        title="Организация нуждается в поддержке"
        more="Признак видят орган управления, методический центр и сама организация. Открыто он не показывается нигде."
      />
      <Columns kind="form">
        <Sheet>
          <Form action={paths.supportNeeds(at)} guard>
            <Radios
              form={form}
              name="kind"
              label="Признак"
              choices={supportNeedKinds.map((value) => ({ value, label: supportNeedNames[value] }))}
            />
            <DateField form={form} name="startsOn" label="Первый день" initial={shortDate(ctx.today)} />
            <DateField form={form} name="endsOn" label="Последний день" hint="Можно оставить пустым: признак снимут позже" />
            <TextField
              form={form}
              name="ground"
              label="Основание"
              hint="Документ, по которому записан признак. Можно оставить пустым"
            />
            <ButtonGroup>
              <SubmitButton>Записать признак</SubmitButton>
              <a class="govuk-link" href={paths.organisation(at)}>
                Не записывать
              </a>
            </ButtonGroup>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}

/** The end of a trait. */
export function SupportNeedEndPage({ ctx, organisation, form, need }: SupportNeedPageProps & { need: SupportNeed }) {
  const at = { territory: ctx.territory.code, organisation: organisation.id }
  return (
    <>
      <Way ctx={ctx} organisation={organisation} />
      <ErrorSummary outcome="Признак не снят" form={form} />
      <PageHead
        title="Снять признак"
        more={`${supportNeedNames[need.kind]}, ${longPeriod({ from: need.startsOn, to: need.endsOn })}`}
      />
      <Columns kind="form">
        <Sheet>
          <Form action={paths.supportNeedEnd({ ...at, need: need.id })} guard>
            <DateField form={form} name="endsOn" label="Последний день" initial={shortDate(ctx.today)} />
            <ButtonGroup>
              <SubmitButton>Снять признак</SubmitButton>
              <a class="govuk-link" href={paths.organisation(at)}>
                Не снимать
              </a>
            </ButtonGroup>
          </Form>
        </Sheet>
      </Columns>
    </>
  )
}
