import { type Ctx, may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { type StandingSite, subjectOf } from '../../sites/standing-queries.ts'
import { siteIsOpen } from '../../sites/standing-rules.ts'
import type { ContractRow } from '../queries.ts'
import { asksContract } from '../rules.ts'
import { usualSubject, usualTerms } from '../wording.ts'
import { ContractFields } from './contract-fields.tsx'
import { ContractsTable } from './contracts-page.tsx'

type SiteContractsProps = { ctx: Ctx; site: StandingSite; rows: readonly ContractRow[]; form: FormState | null }

/** The contracts of one site, and the form to begin another. */
export function SiteContractsPage({ ctx, site, rows, form }: SiteContractsProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  const clause = asksContract(site.regulation).basis?.clause
  const mayStart = siteIsOpen(site.standing, ctx.today).ok && may(ctx, 'contract.edit', subjectOf(ctx.territory.id, site))
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.sites(at), label: 'Площадки' },
          { href: paths.siteStatus(at), label: `Статус: ${site.name}` },
        ]}
      />
      <ErrorSummary outcome="Договор не начат" form={form} />
      <PageHead
        title="Договоры площадки"
        more={site.name}
        line={clause ? [<Clause number={clause} href={clauseHref(ctx.territory.code, clause)} />] : undefined}
      />
      <Columns kind="form">
        {rows.length > 0 ? (
          <ContractsTable ctx={ctx} rows={rows} />
        ) : (
          <Sheet>
            <p class="govuk-body">{nb('Договора с оператором ещё нет.')}</p>
          </Sheet>
        )}
        {mayStart && <StartSheet ctx={ctx} site={site} form={form} />}
      </Columns>
    </>
  )
}

function StartSheet({ ctx, site, form }: { ctx: Ctx; site: StandingSite; form: FormState | null }) {
  const { from, to } = site.standing
  const first = [from, ctx.today].sort()[1]!
  return (
    <Sheet title="Начать договор">
      <Form action={paths.siteContracts({ territory: ctx.territory.code, site: site.id })} guard>
        <ContractFields
          form={form}
          initial={{
            number: '',
            subject: usualSubject(site.theme),
            terms: usualTerms(site.regulation),
            startsOn: shortDate(first),
            endsOn: to === null ? '' : shortDate(to),
          }}
        />
        <SubmitButton>Начать договор</SubmitButton>
      </Form>
    </Sheet>
  )
}
