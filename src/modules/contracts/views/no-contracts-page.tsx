import type { Ctx } from '../../../authz/ctx.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { paths } from '../../../web/paths.ts'

/** Where the regulation knows no contracts: says so instead of an empty list. */
export function NoContractsPage({ ctx, back }: { ctx: Ctx; back: { href: string; label: string } }) {
  return (
    <>
      <Breadcrumbs links={[back]} />
      <Empty
        picture="paper"
        title="Договоров здесь не заключают"
        alone
        actions={<ButtonLink href={paths.regulation({ territory: ctx.territory.code })}>Открыть Положение</ButtonLink>}
      >
        <p class="govuk-body">{nb('Положение этой территории не просит договора между площадкой и оператором.')}</p>
      </Empty>
    </>
  )
}
