import type { Ctx } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { type FormState, valueOf } from '../../../ui/form-state.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { paths } from '../../../web/paths.ts'
import type { OpenContract } from '../store.ts'
import { contractTitle } from '../wording.ts'
import { ContractFields, type ContractValues } from './contract-fields.tsx'

type EditPageProps = OpenContract & { ctx: Ctx; form: FormState | null; conflict: { readonly person: string } | null }

/** The text of a contract that is being prepared. */
export function EditPage({ ctx, contract, site, form, conflict }: EditPageProps) {
  const at = { territory: ctx.territory.code, contract: contract.id }
  const stored: ContractValues = {
    number: contract.number ?? '',
    subject: contract.subject,
    terms: contract.terms,
    startsOn: shortDate(contract.startsOn),
    endsOn: shortDate(contract.endsOn),
  }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.siteContracts({ ...at, site: site.id }), label: `Договоры: ${site.name}` },
          { href: paths.contract(at), label: contractTitle(contract.number) },
        ]}
      />
      <ErrorSummary outcome="Договор не сохранён" form={form} />
      {conflict && <Conflict what={`договор изменил другой человек: ${conflict.person}`} fields={differences(form, stored)} />}
      <PageHead title="Текст договора" more={site.name} />
      <Sheet>
        <Form action={paths.contractEdit(at)} version={contract.version} guard>
          <ContractFields form={form} initial={stored} />
          <ButtonGroup>
            <SubmitButton name="intent" value="offer">
              Сохранить и отправить на подпись
            </SubmitButton>
            <SubmitButton name="intent" value="save" kind="secondary">
              Сохранить
            </SubmitButton>
            <a class="govuk-link" href={paths.contract(at)}>
              Не сохранять
            </a>
          </ButtonGroup>
        </Form>
      </Sheet>
    </>
  )
}

const labels: Readonly<Record<keyof ContractValues, string>> = {
  number: 'Номер договора',
  subject: 'О чём договор',
  terms: 'Что делают стороны',
  startsOn: 'Первый день',
  endsOn: 'Последний день',
}

const differences = (form: FormState | null, stored: ContractValues) =>
  (Object.keys(labels) as (keyof ContractValues)[]).map((name) => ({
    label: labels[name],
    yours: valueOf(form, name),
    theirs: stored[name],
  }))
