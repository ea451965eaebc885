import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { capital } from '../../../kernel/names.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import { asChoices } from '../../../kit/order/effect-fields.tsx'
import type { OrderChoices } from '../../../kit/order/effect-props.ts'
import { NameField, NamesField, Suggestions } from '../../../kit/order/name-fields.tsx'
import { planFateChoices } from '../../../kit/order/plan-fates.ts'
import type { ChoiceName, Template } from '../../../kit/order/template.ts'
import { act } from '../../../regulation/acts.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { hasStep, takesApplications, terminationGrounds } from '../../../regulation/status/questions.ts'
import { RowLink, RowList, TextLink } from '../../../ui/content.ts'
import {
  DateField,
  Form,
  type FormState,
  KnownField,
  PeriodField,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, Columns, ErrorSummary, FirstButton, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { LineLinks } from '../../regulation/line-links.tsx'
import type { DraftingBasis } from '../commands/draft-order.ts'
import { toOrders } from '../links.ts'

type TemplatesProps = {
  ctx: Ctx
  templates: readonly Template[]
  /** The Положения of the territory, and the one whose templates are shown. */
  bases: readonly DraftingBasis[]
  basis: DraftingBasis | undefined
}

export const templatesTitle = (ctx: Ctx) => `${capital(act(ctx).agreed('какой'))} ${act(ctx).nominative} готовим`

/** Which order is being prepared: each template with what it will change. */
export function TemplatesPage({ ctx, templates, bases, basis }: TemplatesProps) {
  const at = { territory: ctx.territory.code }
  const regulation = basis?.regulation ?? null
  const line = bases.length > 1 && basis ? { line: basis.line.code } : {}
  return (
    <>
      <Breadcrumbs links={[toOrders(ctx)]} />
      <PageHead
        title={templatesTitle(ctx)}
        more="Образец напишет черновик: заголовок, пункты и то, что они меняют. Править можно всё."
      />
      {basis && <LineLinks all={bases} current={basis.line} href={(code) => paths.newOrder(at, { line: code })} />}
      <Sheet>
        <RowList
          rows={[
            ...(regulation && takesApplications(regulation).value ? [<ByApplications ctx={ctx} regulation={regulation} />] : []),
            ...templates.map(({ code, name, hint }) => (
              <RowLink href={paths.newOrder(at, { template: code, ...line })} name={name} more={hint} />
            )),
          ]}
        />
      </Sheet>
    </>
  )
}

/** Applications are chosen where they are read, and the draft is written from the choice. */
function ByApplications({ ctx, regulation }: { ctx: Ctx; regulation: Regulation }) {
  const at = { territory: ctx.territory.code }
  const href = hasStep(regulation, 'submission') ? paths.operatorSubmissions(at) : paths.directDecisions(at)
  return (
    <RowLink
      href={href}
      name="По заявкам: присвоить статус или отклонить"
      more="Статусы и отказы по поданным заявкам: выбор делают на странице представления или решения по заявкам."
    />
  )
}

type NewOrderProps = {
  ctx: Ctx
  template: Template
  offices: readonly { readonly issuerId: OrganisationId; readonly issuerName: string }[]
  choices: OrderChoices
  basis: DraftingBasis
  /** Whether the territory has several Положения. */
  several: boolean
  form: FormState | null
  /** What the address already names: the order to revoke, the site it is about. */
  given: Readonly<Partial<Record<'orderId' | 'siteId' | 'callId' | 'theme', string>>>
}

/** The few things a template has to know before it can write the draft. */
export function NewOrderPage(props: NewOrderProps) {
  const { ctx, template, offices, choices, basis, several, form } = props
  const at = { territory: ctx.territory.code }
  return (
    <>
      <Breadcrumbs links={[toOrders(ctx), { href: paths.newOrder(at), label: templatesTitle(ctx) }]} />
      <ErrorSummary outcome="Черновик не создан" form={form} />
      <PageHead title={template.name} more={template.hint} line={several ? [basis.line.name] : undefined} />
      <Columns kind="form">
        <Sheet>
          <Form action={paths.orders(at)}>
            {template.asks.includes('organisations') && <FirstButton>Создать черновик</FirstButton>}
            <input type="hidden" name="templateCode" value={template.code} />
            {several && <input type="hidden" name="lineId" value={basis.line.id} />}
            <Suggestions {...choices} />
            {offices.length > 1 && (
              <SelectField
                form={form}
                name="issuerId"
                label="Кто издаёт"
                choices={offices.map(({ issuerId, issuerName }) => ({ value: issuerId, label: issuerName }))}
              />
            )}
            {template.asks.map((ask) => asked[ask](props))}
            {template.code === 'openCall' && <ThemeOfCall {...props} />}
            <ButtonGroup>
              <SubmitButton>Создать черновик</SubmitButton>
              <TextLink href={paths.newOrder(at)}>Выбрать другой образец</TextLink>
            </ButtonGroup>
          </Form>
        </Sheet>
        <Sheet title="Что будет дальше">
          <ol class="govuk-list govuk-list--number">
            <li>Откроется черновик: заголовок, преамбула, пункты, приложения. Его можно править целиком.</li>
            <li>До подписи видно, что изменится в реестрах и что этому мешает.</li>
            <li>Изменит всё только подпись: до неё черновик можно удалить.</li>
          </ol>
        </Sheet>
      </Columns>
    </>
  )
}

/** A row of a register that the order is about. */
const row =
  (name: 'siteId' | 'callId' | 'orderId', of: 'sites' | 'calls' | 'orders', label: string, none: string) =>
  ({ form, choices, given }: NewOrderProps) => (
    <KnownField
      form={form}
      name={name}
      label={label}
      empty="Выберите"
      hint={choices[of].length === 0 ? none : undefined}
      initial={given[name]}
      choices={asChoices(choices[of])}
    />
  )

const period =
  (label: string, hint: string) =>
  ({ form }: NewOrderProps) => <PeriodField form={form} label={label} hint={hint} from="from" to="to" />

/** How each choice is asked for. */
const asked: Readonly<Record<ChoiceName, (props: NewOrderProps) => ComponentChildren>> = {
  organisations: ({ form, choices }) => (
    <NamesField
      form={form}
      name="organisationNames"
      idsName="organisationIds"
      label="Организации"
      hint="По одной в строке: начните писать и выберите из подсказки"
      list="organisations"
      chosen={choices.organisations}
    />
  ),
  theme: ({ form, given }) => <TextArea form={form} name="theme" label="Тема площадки" initial={given.theme} rows={2} />,
  from: period('Срок', 'Пусто — срок по Положению, со дня подписания'),
  to: ({ form, template }) => (template.asks.includes('from') ? null : <DateField form={form} name="to" label="По какой день" />),
  site: row('siteId', 'sites', 'Площадка', 'Площадок ещё нет: сначала присвойте статус'),
  person: ({ form, template }) => (
    <NameField
      form={form}
      name="personName"
      label={template.asks.includes('protocol') ? 'Руководитель площадки' : 'Кого назначают'}
      list="people"
    />
  ),
  protocol: ({ form }) => <TextField form={form} name="protocol" label="Протокол, которым выбран руководитель" />,
  ground: Ground,
  firstDay: ({ form }) => <DateField form={form} name="on" label="С какого дня" hint="Пусто — с сегодняшнего дня" />,
  reason: ({ form }) => <TextArea form={form} name="reason" label="Почему" rows={3} />,
  aftermath: Aftermath,
  on: ({ form }) => <DateField form={form} name="on" label="Последний день" />,
  receiving: period('Когда принимать заявки', 'Пусто — месяц со следующего дня. Часы поправите в черновике'),
  call: row('callId', 'calls', 'Какой приём продлить', 'Приёма заявок ещё не объявляли'),
  order: row('orderId', 'orders', 'Что отменяют', 'Подписанного ещё нет'),
}

/** A theme that the address has brought along, or that was typed before: of a call without one nothing is asked. */
const ThemeOfCall = ({ form, given }: NewOrderProps) =>
  (given.theme ?? form?.values.theme) ? (
    <TextArea
      form={form}
      name="theme"
      label="Тема приёма"
      hint="Войдёт в название приёма; пусто — приём без темы"
      initial={given.theme}
      rows={2}
    />
  ) : null

/** What becomes of schools and plan when a status ends. */
function Aftermath({ form, choices }: NewOrderProps) {
  return (
    <>
      <KnownField
        form={form}
        name="attachTo"
        label="Куда перейдут закреплённые школы"
        empty="Открепятся"
        choices={asChoices(choices.sites)}
      />
      <Radios
        form={form}
        name="plan"
        label="Что станет с мероприятиями плана после этого дня"
        initial="keep"
        choices={planFateChoices}
      />
    </>
  )
}

function Ground({ form, basis: { regulation } }: NewOrderProps) {
  const grounds = terminationGrounds(regulation).value ?? []
  if (grounds.length === 0) return <TextField form={form} name="ground" label="Основание" />
  const choices = grounds.map(({ code, text }) => ({ value: code, label: text }))
  return <SelectField form={form} name="ground" label="Основание" empty="Выберите" choices={choices} />
}
