import type { Ctx } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import type { SiteId } from '../../../kernel/types.ts'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { bodyName } from '../../../regulation/parties/questions.ts'
import { attaches, changeBasis, lastDayOfExtension } from '../../../regulation/status/questions.ts'
import { nb, RowLink, RowList, TextLink } from '../../../ui/content.ts'
import { DateField, Form, type FormState, Radios, SelectField, TextArea, TextField } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, Columns, Empty, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { proposerOf } from '../case.ts'
import { type CaseKind, caseKinds } from '../machine.ts'
import { paths } from '../paths.ts'
import { proposalsNow } from '../proposals.ts'
import { casesOfSite } from '../queries.ts'
import { recordOf } from '../record-queries.ts'
import { firstDay, groundsFor, kindsNow, whyNotNow } from '../rules.ts'
import { attachedCount, extensionFacts, otherSites } from '../sheet-queries.ts'
import { dayNames, kindHints, kindNames, reasonName, whyNotWords } from '../texts.ts'
import { CaseFacts } from './case-facts.tsx'

/** What there is to say about a wish of a kind; null while one still chooses. */
async function load(kind: CaseKind | null, site: StandingSite, { ctx, tx }: ThingRequest) {
  const [proposer, isEnd] = [proposerOf(ctx), kind === 'termination']
  const record = await recordOf(tx, ctx, site, null)
  const busy = new Set((await casesOfSite(tx, ctx, site.id)).filter((one) => one.closedAt === null).map((one) => one.kind))
  return {
    proposer,
    busy,
    record,
    kinds: kindsNow(site.regulation, { ...site.standing, record }, ctx.today, proposer).filter((one) => !busy.has(one)),
    attached: isEnd ? await attachedCount(tx, ctx, site.id) : 0,
    others: isEnd ? await otherSites(tx, ctx, site.id) : [],
    // What the paper says should be proposed stands in the fields already.
    proposal: kind && (await proposalsNow(tx, ctx)).find((one) => one.site.id === site.id && one.follows === kind),
    facts: kind === 'extension' ? await extensionFacts(tx, ctx, site, null) : [],
  }
}

type Props = Awaited<ReturnType<typeof load>> & {
  readonly ctx: Ctx
  readonly site: StandingSite
  readonly form: FormState | null
  readonly at: { readonly territory: string; readonly site: SiteId }
}
type KindProps = Props & { readonly kind: CaseKind }

/** What is wished about a status: first which kind of wish, then its few questions; the form shown again keeps its own kind. */
export const startPage =
  (chosen: CaseKind | null): ThingPage<StandingSite> =>
  async (site, request) => {
    const { ctx, form } = request
    const kind = form ? (caseKinds.find((one) => one === form.values.kind) ?? null) : chosen
    const at = { territory: ctx.territory.code, site: site.id }
    const props = { ...(await load(kind, site, request)), ctx, site, form, at }
    const body = (
      <>
        <Breadcrumbs
          links={[
            { href: paths.sites(at), label: 'Площадки' },
            { href: paths.siteStatus(at), label: `Статус: ${site.name}` },
          ]}
        />
        <ErrorSummary outcome="Дело не открыто" form={form} />
        <PageHead title={kind === null ? 'Что предлагаете сделать со статусом' : kindNames[kind]} more={site.name} />
        {kind === null ? <Choice {...props} /> : null}
        {kind !== null &&
          (form || props.kinds.includes(kind) ? <Questions {...props} kind={kind} /> : <Impossible {...props} kind={kind} />)}
      </>
    )
    return { title: kind === null ? 'Дело о статусе' : kindNames[kind], section: 'sites', body }
  }

function Choice({ at, kinds }: Props) {
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

/** What cannot be, with the clause that forbids it, in place of a form nobody could pass. */
function Impossible({ ctx, site, at, kind, kinds, busy, proposer, record }: KindProps) {
  const why = whyNotNow(site.regulation, { ...site.standing, record }, kind, { today: ctx.today, proposedBy: proposer })
  return (
    <Sheet>
      <p class="govuk-body">
        {nb(why ? `${whyNotWords(kind, why)}. ` : busy.has(kind) ? 'Такое дело уже открыто: решение готовится. ' : '')}
        {clauseLink(ctx, why?.clause)}
      </p>
      <p class="govuk-body">
        <TextLink href={paths.siteStatus(at)}>Вернуться к статусу</TextLink>
        {kinds.length > 0 && ' · '}
        {kinds.length > 0 && <TextLink href={paths.siteStatusCases(at)}>Что со статусом сделать можно</TextLink>}
      </p>
    </Sheet>
  )
}

function Questions(props: KindProps) {
  const { ctx, site, at, kind, form, facts, proposal } = props
  const clause = proposal?.basis.clause ?? changeBasis(site.regulation, kind)?.clause
  return (
    <Columns kind="form">
      <Sheet>
        <p class="govuk-body pl-small">
          {nb(kindHints[kind])} {clauseLink(ctx, clause)}
        </p>
        <Form action={paths.siteStatusCases(at)} guard>
          <input type="hidden" name="kind" value={kind} />
          {kind === 'termination' && <Ground {...props} />}
          <DateField form={form} name="onDay" label={dayNames[kind]} hint={dayHint(props)} initial={initialDay(props)} />
          {kind === 'suspension' && (
            <DateField form={form} name="untilDay" label="По какой день" hint="Пусто — до решения о возобновлении" />
          )}
          <TextArea form={form} name="reason" label={reasonName(kind)} initial={proposal?.reason} rows={4} />
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

function dayHint({ site, kind, ctx }: KindProps): string {
  const { from, to } = site.standing
  if (kind === 'extension') {
    const last = to === null ? null : lastDayOfExtension(site.regulation, { from, to }).value
    const now = to === null ? '' : `Сейчас по ${longDate(to)} `
    return `${now}${last === null ? 'Положение срока не ограничивает' : `Не позже ${longDate(last)}`}`
  }
  return `Не раньше ${shortDate(firstDay(kind, site.standing, ctx.today))}${to === null ? '' : ` и не позже ${shortDate(to)}`}`
}

const initialDay = ({ site, kind, ctx }: KindProps): string =>
  kind === 'extension' ? '' : shortDate(firstDay(kind, site.standing, ctx.today))

/** Grounds this person may name; where the regulation names none, one's own words. */
function Ground({ site, proposer, form, proposal }: Props) {
  const grounds = groundsFor(site.regulation, proposer)
  const field = { form, name: 'ground', label: 'Основание', initial: proposal?.ground ?? '' }
  if (grounds === null) return <TextField {...field} hint="Своими словами: Положение оснований не называет" />
  return (
    <SelectField
      {...field}
      empty="Выберите"
      hint={grounds.length === 0 ? `Основания называет оператор: ${bodyName(site.regulation, 'operator')}` : undefined}
      choices={grounds.map(({ code, text }) => ({ value: code, label: text }))}
    />
  )
}

function Aftermath({ site, attached, others, form }: Props) {
  return (
    <>
      {attaches(site.regulation).value && attached > 0 && (
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
