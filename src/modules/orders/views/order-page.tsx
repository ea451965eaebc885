import type { Ctx } from '../../../authz/ctx.ts'
import { may } from '../../../authz/ctx.ts'
import type { SecondFactorState } from '../../../authz/second-factor.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { ruleTexts } from '../../../kit/install.ts'
import { act } from '../../../regulation/acts.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { PaperBlocks, type Unsigned } from '../../../ui/doc-paper.tsx'
import type { FormState } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, Details, ErrorSummary, Notice, PageHead, Paper, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { ruleText } from '../../../web/refusals.ts'
import { orderDocument, type Printable } from '../document.ts'
import { toOrders } from '../links.ts'
import { type FullOrder, type Office, pointAnchor } from '../model.ts'
import type { OrderPreview } from '../preview.ts'
import { formatNumber } from '../rules.ts'
import { orderSubject } from '../subjects.ts'
import { DraftDeeds } from './draft-deeds.tsx'
import { PreviewList } from './preview-list.tsx'
import { dateAndNumber, type SignedProps, SignedSide } from './signed-side.tsx'
import { OrderStateTag } from './state-tag.tsx'

type Common = { ctx: Ctx; full: FullOrder; paper: Printable; names: ReadonlyMap<string, string> }

type DraftPageProps = Common & {
  preview: OrderPreview
  office: Office
  form: FormState | null
  conflict: boolean
  preparedAt: Date
  /** Whether a code is asked for at the signature. */
  asksCode: SecondFactorState
}

/** An order before signing: on the left the paper, on the right what it will change. */
export function DraftPage(props: DraftPageProps) {
  const { ctx, full, paper, preview, office, form, conflict, names } = props
  const { order } = full
  const mayEdit = order.state === 'draft' && may(ctx, 'order.draft', orderSubject(order))
  const signatory = order.signatoryId === null ? null : (names.get(order.signatoryId) ?? null)
  return (
    <>
      <OrderCrumbs ctx={ctx} />
      <ErrorSummary outcome={outcomeOf(full, form)} form={form && onThisPage(form)} />
      {conflict && (
        <Notice tone="wait" title={`Пока вы читали, ${act(order).nominative} изменили`} live>
          <p>Ниже его новый текст. Прочтите изменения ещё раз.</p>
        </Notice>
      )}
      {order.sentBackRemark !== null && order.state === 'draft' && (
        <Notice tone="wait" title="Возвращено с замечанием">
          <p>{nb(order.sentBackRemark)}</p>
        </Notice>
      )}
      <Head {...props} line={preparedLine(props)} />
      <Lacking {...props} mayEdit={mayEdit} />
      <Columns kind="half">
        <OrderPaper
          paper={paper}
          unsigned={{
            date: 'день подписания',
            number: `№ ${formatNumber(office.numberFormat, preview.number)}, присвоится при подписании`,
          }}
        />
        <Stack>
          <PreviewList ctx={ctx} full={full} preview={preview} names={names} mayEdit={mayEdit} />
          <DraftDeeds
            ctx={ctx}
            full={full}
            preview={preview}
            office={office}
            form={form}
            {...{ signatory, names }}
            asksCode={props.asksCode}
          />
        </Stack>
      </Columns>
    </>
  )
}

function preparedLine({ ctx, full: { order }, names, preparedAt }: DraftPageProps): string {
  const who = order.preparedBy && names.get(order.preparedBy)
  const day = longDate(localTime(preparedAt, ctx.territory.timeZone).day)
  return who ? `Готовит ${who}, черновик от ${day}` : `Черновик от ${day}`
}

const own = ['numbering', 'number', 'effectiveOn', 'sure', 'read', 'remark']

/** Errors of fields that are on another page lead nowhere: here they are sentences. */
const onThisPage = (form: FormState): FormState => ({
  ...form,
  errors: form.errors.map((error) => (own.includes(error.field) ? error : { ...error, field: '' })),
})

function outcomeOf({ order }: FullOrder, form: FormState | null): string {
  const not = (done: string) => `${act(order).title} не ${act(order).agreed(done)}`
  if (form?.values.numbering !== undefined) return not('подписан')
  return not(form?.values.remark === undefined ? 'отправлен' : 'возвращён')
}

/** What keeps the order as a whole from being signed; what a point lacks is named with its number. */
function Lacking({ ctx, full, preview, mayEdit }: DraftPageProps & { mayEdit: boolean }) {
  const refusals = preview.refusals
  if (refusals.length === 0) return null
  return (
    <Notice tone="late" title="Подписать пока нельзя">
      <ul class="govuk-list govuk-list--bullet">
        {refusals.map((refusal) => (
          <li>{nb(`${pointOf(full, refusal)}${ruleText(ruleTexts(), refusal, full.order)}`)}</li>
        ))}
      </ul>
      {mayEdit && (
        <p>
          <TextLink href={paths.editOrder({ territory: ctx.territory.code, order: full.order.id })}>Исправить</TextLink>
        </p>
      )}
    </Notice>
  )
}

function pointOf({ points }: FullOrder, refusal: OrderPreview['refusals'][number]): string {
  const found = /^points\.(\d+)\./.exec(refusal.field ?? '')
  if (!found || refusal.params?.point !== undefined) return ''
  return `П. ${points[Number(found[1])]?.number ?? ''}: `
}

/** A signed order: the paper as it was signed, and what has come of it. */
export function SignedPage({
  paper,
  revokedBy,
  ...props
}: SignedProps & Common & { revokedBy: { href: string; label: string } | null }) {
  const { ctx, full } = props
  const { order } = full
  return (
    <>
      <OrderCrumbs ctx={ctx} />
      <Head ctx={ctx} full={full} line={dateAndNumber(full)} />
      {order.state === 'revoked' && (
        <Notice
          tone="late"
          title={`${capital(act(order).agreed('отменён'))}${order.revokedOn ? ` с ${longDate(order.revokedOn)}` : ''}`}
        >
          {revokedBy && (
            <p>
              Основание: <TextLink href={revokedBy.href}>{revokedBy.label}</TextLink>
            </p>
          )}
        </Notice>
      )}
      <Columns kind="half">
        <OrderPaper paper={paper} unsigned={null} />
        <Stack>
          <SignedSide {...props} />
        </Stack>
      </Columns>
    </>
  )
}

const OrderCrumbs = ({ ctx }: { ctx: Ctx }) => <Breadcrumbs links={[toOrders(ctx)]} />

function Head({ ctx, full: { order }, line }: { ctx: Ctx; full: FullOrder; line: string }) {
  const document = (format: string) => paths.orderDocument({ territory: ctx.territory.code, order: order.id, format })
  return (
    <PageHead
      kicker={act(order).title}
      title={order.title || 'Без заголовка'}
      line={[<OrderStateTag order={order} today={ctx.today} />, <span class="pl-quiet">{nb(line)}</span>]}
      tools={[
        { href: document('docx'), label: 'Скачать .docx', icon: 'download' },
        { href: document('pdf'), label: 'Скачать .pdf', icon: 'download' },
      ]}
    />
  )
}

/** The paper as it prints. Appendices follow; a regulation is folded, because it is long. */
export function OrderPaper({ paper, unsigned }: { paper: Printable; unsigned: Unsigned | null }) {
  const [text, ...appendices] = orderDocument(paper).sections
  return (
    <Paper label={`Текст ${act(paper).genitive}`}>
      <PaperBlocks blocks={text!.blocks} unsigned={unsigned} idOf={pointAnchor} />
      {appendices.map(({ blocks }, index) => {
        const appendix = paper.appendices[index]!
        return (
          <section id={`appendix-${appendix.number}`} aria-label={`Приложение ${appendix.number}`}>
            <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
            {appendix.content === 'regulation' ? (
              <>
                <PaperBlocks blocks={blocks.slice(0, 1)} />
                <Details summary={appendix.title}>
                  <PaperBlocks blocks={blocks.slice(1)} />
                </Details>
              </>
            ) : (
              <PaperBlocks blocks={blocks} />
            )}
          </section>
        )
      })}
    </Paper>
  )
}
