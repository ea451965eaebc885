import type { Ctx } from '../../../authz/ctx.ts'
import { fullName } from '../../../kernel/names.ts'
import type { Option } from '../../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { officeFields } from '../../../kit/order/office-fields.ts'
import { act } from '../../../regulation/acts.ts'
import type { Party } from '../../../regulation/parties/questions.ts'
import { nb, RowLink, RowList, SummaryList, TextLink } from '../../../ui/content.ts'
import { Form, type FormState } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, Details, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Organisation } from '../../organisations/model.ts'
import type { Office } from '../model.ts'
import { namingFields, signatoryFields } from '../office-forms.ts'

export const officesTitle = 'Органы и канцелярии'

export type BodyShown = { readonly party: Party; readonly organisation: Organisation | null; readonly office: Office | null }

/** Every body of the regulation: which organisation it is, and whether it has an office to sign with. */
export function OfficesPage({ ctx, bodies }: { ctx: Ctx; bodies: readonly BodyShown[] }) {
  const at = { territory: ctx.territory.code }
  return (
    <>
      <Breadcrumbs links={[{ href: paths.regulation(at), label: 'Положение' }]} />
      <PageHead
        title={officesTitle}
        more="Какая организация — какой орган Положения, как выглядят его документы и кто их подписывает"
      />
      <Sheet>
        <RowList
          rows={bodies.map(({ party, organisation, office }) => (
            <RowLink
              href={paths.office({ ...at, body: party.code })}
              name={party.name}
              more={`${organisation?.shortName ?? 'организация не названа'}; ${office ? 'канцелярия есть' : 'канцелярии нет, подписывать не может'}`}
            />
          ))}
        />
      </Sheet>
    </>
  )
}

type OfficeProps = {
  ctx: Ctx
  shown: BodyShown
  form: FormState
  /** Who may be named as signatory, and which organisations the body may be. */
  people: readonly Option[]
  organisations: readonly Option[]
  /** Whether the register says by itself which organisation it is. */
  isFixed: boolean
}

/** The office of a body, or, before its organisation is named, the question which one it is. */
export function OfficePage({ ctx, shown, form, people, organisations, isFixed }: OfficeProps) {
  const { party, organisation, office } = shown
  const at = { territory: ctx.territory.code, body: party.code }
  const way = [{ href: paths.offices(at), label: officesTitle }]
  const naming = (
    <Form action={paths.officeOrganisation(at)} guard>
      <FormFields
        of={namingFields}
        form={form}
        begins={{ organisationId: organisation?.id ?? '' }}
        rows={{ organisationId: organisations }}
      />
      <SubmitButton kind={organisation ? 'secondary' : undefined}>Сохранить</SubmitButton>
    </Form>
  )
  if (organisation === null)
    return (
      <>
        <Breadcrumbs links={way} />
        <ErrorSummary outcome="Не сохранено" form={form} />
        <PageHead title={party.name} more="Сначала назовите, какая это организация реестра: подписывать будут её люди" />
        <Columns kind="form">
          <Sheet>
            {isFixed ? <p class="govuk-body">{nb('В реестре такой организации нет.')}</p> : naming}
            <p class="govuk-body">
              <TextLink href={paths.newOrganisation(at)}>Внести организацию в реестр</TextLink>
            </p>
          </Sheet>
        </Columns>
      </>
    )
  const rows = { signatoryId: people, 'acting.personId': people }
  return (
    <>
      <FormPage
        {...{ way, form }}
        title={party.name}
        more={office ? undefined : `Канцелярии ещё нет: пока её не заведут, ${act(ctx).nominative} этого органа не подписать`}
        outcome="Не сохранено"
        action={paths.office(at)}
        button="Сохранить"
        leave={{ href: paths.offices(at), label: 'Не сохранять' }}
        sheets
      >
        <Stack>
          <Sheet title="Организация">
            <SummaryList
              rows={[
                {
                  key: 'По реестру',
                  value: (
                    <TextLink href={paths.organisation({ ...at, organisation: organisation.id })}>
                      {organisation.fullName}
                    </TextLink>
                  ),
                },
              ]}
            />
          </Sheet>
          <Sheet title="Документы">
            <FormFields of={officeFields} form={form} />
          </Sheet>
          <Sheet title="Подпись">
            <FormFields of={signatoryFields} form={form} rows={rows} />
          </Sheet>
        </Stack>
      </FormPage>
      {!isFixed && <Details summary="Это другая организация">{naming}</Details>}
    </>
  )
}

/** People to choose a signatory from. */
export const asPeople = (
  rows: readonly (Parameters<typeof fullName>[0] & { readonly id: string; readonly title: string })[],
): Option[] => [...new Map(rows.map((one) => [one.id, { value: one.id, label: `${fullName(one)}, ${one.title}` }])).values()]
