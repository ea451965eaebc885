import type { Ctx } from '../../../authz/ctx.ts'
import { shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { appointmentKindName } from '../../../regulation/kinds.ts'
import { label } from '../../../regulation/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { SummaryList, TextLink } from '../../../ui/content.ts'
import { DateField, Form, type FormState } from '../../../ui/fields.ts'
import { ButtonGroup, ErrorSummary, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Site, SiteAppointment } from '../queries.ts'
import { SiteFrame } from './site-frame.tsx'

type EndingPageProps = { ctx: Ctx; site: Site; regulation: Regulation; appointment: SiteAppointment; form: FormState | null }

/** Asks for the last day of an appointment. */
export function EndingPage({ ctx, site, regulation, appointment, form }: EndingPageProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <SiteFrame ctx={ctx} site={site} part="people">
      <ErrorSummary outcome="Назначение не закончено" form={form} />
      <Sheet title="Закончить назначение">
        <SummaryList
          rows={[
            { key: 'Человек', value: fullName(appointment) },
            { key: 'Роль', value: label(regulation, appointment.kind) ?? appointmentKindName[appointment.kind] },
            { key: 'Срок', value: shortPeriod(appointment) },
          ]}
        />
        <Form action={paths.appointmentEnd({ ...at, appointment: appointment.id })}>
          <DateField form={form} name="endsOn" label="Последний день" initial={shortDate(ctx.today)} />
          <ButtonGroup>
            <SubmitButton>Закончить</SubmitButton>
            <TextLink href={paths.sitePeople(at)}>Оставить как есть</TextLink>
          </ButtonGroup>
        </Form>
      </Sheet>
    </SiteFrame>
  )
}
