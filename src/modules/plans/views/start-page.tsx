import type { Territory } from '../../../authz/ctx.ts'
import { type NamedPeriod, periodName, shortPeriodName } from '../../../kernel/periods.ts'
import type { Day } from '../../../kernel/types.ts'
import { nb } from '../../../ui/content.ts'
import { Form, type FormState, SelectField } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, ErrorSummary, Notice, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { standingBanner } from '../../sites/state-blocks.ts'
import type { EarlierPlan } from '../queries.ts'
import type { PlannedSite } from '../store.ts'

export type StartPageProps = {
  territory: Pick<Territory, 'code'>
  today: Day
  site: PlannedSite
  period: NamedPeriod | undefined
  periods: readonly NamedPeriod[]
  earlier: readonly EarlierPlan[]
  form: FormState | null
}

/** A new plan: for which period, and from which earlier plan, if any. */
export function StartPage({ territory, today, site, period, periods, earlier, form }: StartPageProps) {
  const name = site.organisations[0]?.shortName ?? site.theme
  const at = { territory: territory.code, site: site.id }
  const banner = standingBanner(site.standing, today)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.plans({ territory: territory.code }), label: 'Планы' },
          { href: paths.site(at), label: name },
        ]}
      />
      <ErrorSummary outcome="План не начат" form={form} />
      <PageHead title="Новый план" more={name} />
      {banner && (
        <Notice tone="late" title={banner.title}>
          <p class="govuk-body">{nb(banner.text)}</p>
        </Notice>
      )}
      {banner === null && (
        <Columns kind="form">
          <Sheet>
            <Form action={paths.sitePlans(at)}>
              <SelectField
                form={form}
                name="period"
                label="На какой период"
                initial={period?.key}
                choices={periods.map(({ key }) => ({ value: key, label: periodName(key) }))}
              />
              {earlier.length > 0 && (
                <SelectField
                  form={form}
                  name="copyFrom"
                  label="Взять строки из плана"
                  hint="Даты сдвинутся в новый период, ответственные останутся, если работают на площадке"
                  initial={earlier[0]?.id}
                  choices={earlier.map((plan) => ({
                    value: plan.id,
                    label: `${shortPeriodName(plan.period)}, ${plan.siteName}`,
                  }))}
                  empty="Ниоткуда, начать с пустого"
                />
              )}
              <SubmitButton>Начать план</SubmitButton>
            </Form>
          </Sheet>
        </Columns>
      )}
    </>
  )
}
