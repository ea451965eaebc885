import type { Ctx } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { lastDayOfStatus } from '../../../regulation/questions.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { RowList } from '../../../ui/row-list.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { RowLink } from '../../../ui/table.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { clauseHref } from '../../regulation/links.ts'
import type { StandingSite } from '../../sites/standing-queries.ts'
import type { CaseKind } from '../machine.ts'
import type { Proposer } from '../model.ts'
import { paths } from '../paths.ts'
import { basisOfKind, groundsFor } from '../rules.ts'
import type { CaseFact } from '../sheet-queries.ts'
import { dayNames, kindHints, kindNames } from '../texts.ts'
import { CaseFacts } from './case-facts.tsx'

export type StartPageProps = {
  ctx: Ctx
  site: StandingSite
  /** Null while one still chooses. */
  kind: CaseKind | null
  kinds: readonly CaseKind[]
  proposer: Proposer
  attached: number
  others: readonly { value: string; label: string }[]
  facts: readonly CaseFact[]
  form: FormState | null
}

/** What is wished about a status: first which kind of wish, then its few questions. */
export function StartPage(props: StartPageProps) {
  const { ctx, site, kind, form } = props
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.sites(at), label: 'Площадки' },
          { href: paths.siteStatus(at), label: `Статус: ${site.name}` },
        ]}
      />
      <ErrorSummary outcome="Дело не открыто" form={form} />
      <PageHead title={kind === null ? 'Что предлагаете сделать со статусом' : kindNames[kind]} more={site.name} />
      {kind === null ? <Choice {...props} /> : <Questions {...props} kind={kind} />}
    </>
  )
}

function Choice({ ctx, site, kinds }: StartPageProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  if (kinds.length === 0)
    return (
      <Empty picture="paper" title="Сейчас предлагать нечего">
        <p class="govuk-body">{nb('Статус не действует, или всё, что с ним можно сделать, уже решается.')}</p>
      </Empty>
    )
  return (
    <Sheet>
      <RowList
        rows={kinds.map((one) => (
          <RowLink href={paths.siteStatusCases(at, { kind: one })} name={kindNames[one]} more={kindHints[one]} />
        ))}
      />
    </Sheet>
  )
}

function Questions(props: StartPageProps & { kind: CaseKind }) {
  const { ctx, site, kind, form, facts } = props
  const at = { territory: ctx.territory.code, site: site.id }
  const { clause } = basisOfKind(site.regulation, kind)
  return (
    <Columns kind="form">
      <Sheet>
        <p class="govuk-body pl-small">
          {nb(kindHints[kind])} <Clause number={clause} href={clauseHref(ctx.territory.code, clause)} />
        </p>
        <Form action={paths.siteStatusCases(at)} guard>
          <input type="hidden" name="kind" value={kind} />
          {kind === 'termination' && <Ground {...props} />}
          <DateField form={form} name="onDay" label={dayNames[kind]} hint={dayHint(props)} initial={initialDay(props)} />
          <TextArea form={form} name="reason" label="Почему" rows={4} />
          {kind === 'termination' && <Aftermath {...props} />}
          <ButtonGroup>
            <SubmitButton>Открыть дело</SubmitButton>
            <a class="govuk-link" href={paths.siteStatus(at)}>
              {nb('Вернуться к статусу')}
            </a>
          </ButtonGroup>
        </Form>
      </Sheet>
      {facts.length > 0 && <CaseFacts title="По чему судят о продлении" facts={facts} />}
    </Columns>
  )
}

function dayHint({ site, kind, ctx }: StartPageProps): string {
  const { from, to } = site.standing
  if (kind === 'extension') {
    const last = lastDayOfStatus(site.regulation, from).value
    const now = to === null ? '' : `Сейчас по ${longDate(to)} `
    return `${now}${last === null ? 'Положение срока не ограничивает' : `Не позже ${longDate(last)}`}`
  }
  return `Не раньше ${shortDate(ctx.today)}${to === null ? '' : ` и не позже ${shortDate(to)}`}`
}

const initialDay = ({ kind, ctx }: StartPageProps): string => (kind === 'extension' ? '' : shortDate(ctx.today))

/** Grounds this person may name; where the regulation names none, one's own words. */
function Ground({ site, proposer, form }: StartPageProps) {
  const grounds = groundsFor(site.regulation, proposer)
  if (grounds === null)
    return <TextField form={form} name="ground" label="Основание" hint="Своими словами: Положение оснований не называет" />
  return (
    <SelectField
      form={form}
      name="ground"
      label="Основание"
      empty="Выберите"
      hint={grounds.length === 0 ? `Основания называет оператор: ${site.regulation.bodies.operator.name}` : undefined}
      choices={grounds.map(({ code, text }) => ({ value: code, label: text }))}
    />
  )
}

function Aftermath({ site, attached, others, form }: StartPageProps) {
  return (
    <>
      {site.regulation.attachments !== null && attached > 0 && (
        <SelectField
          form={form}
          name="attachTo"
          label="Куда перейдут закреплённые школы"
          hint={`Сейчас их ${attached}`}
          empty="Открепятся"
          choices={[...others]}
        />
      )}
      <Radios
        form={form}
        name="planFate"
        label="Что станет с мероприятиями плана после этого дня"
        initial="keep"
        choices={[
          { value: 'keep', label: 'Останутся в плане без отметки' },
          { value: 'cancelRest', label: 'Будут отмечены отменёнными' },
        ]}
      />
    </>
  )
}
