import type { ThingRequest } from '../../../kit/thing.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { valueOf } from '../../../ui/form-state.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { paths } from '../../../web/paths.ts'
import type { OpenContract } from '../case.ts'
import { ContractFields, type ContractValues, labels, valuesOf } from '../deeds/write.tsx'
import { contractTitle } from '../wording.ts'

type EditPageProps = { opened: OpenContract; request: ThingRequest; changedBy: string }

/** The text of a contract that is being prepared: as stored, or as typed when it is shown again. */
export function EditPage({ opened: { one, site }, request: { ctx, form, conflict }, changedBy }: EditPageProps) {
  const at = { territory: ctx.territory.code, contract: one.id, site: site.id }
  const stored = valuesOf(one)
  const names = Object.keys(labels) as (keyof ContractValues)[]
  const differences = names.map((name) => ({ label: labels[name], yours: valueOf(form, name), theirs: stored[name] }))
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.siteContracts(at), label: `Договоры: ${site.name}` },
          { href: paths.contract(at), label: contractTitle(one.number) },
        ]}
      />
      <ErrorSummary outcome="Договор не сохранён" form={form} />
      {conflict && <Conflict what={`договор изменил другой человек: ${changedBy}`} fields={differences} />}
      <PageHead title="Текст договора" more={site.name} />
      <Sheet>
        <Form action={paths.contractEdit(at)} version={one.editVersion} guard>
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
