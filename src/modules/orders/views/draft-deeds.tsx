import { type Ctx, may } from '../../../authz/ctx.ts'
import type { SecondFactorState } from '../../../authz/second-factor.ts'
import { longDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { act } from '../../../regulation/acts.ts'
import { nb, SummaryList } from '../../../ui/content.ts'
import { Checkbox, DateField, errorOf, Form, type FormState, Radios, TextArea, TextField } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Details, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { FullOrder, Office } from '../model.ts'
import type { OrderPreview } from '../preview.ts'
import { formatNumber } from '../rules.ts'
import { orderSubject, preparerSubject, signatorySubject } from '../subjects.ts'

type DeedsProps = {
  ctx: Ctx
  full: FullOrder
  preview: OrderPreview
  office: Office
  form: FormState | null
  signatory: string | null
  names: ReadonlyMap<string, string>
  asksCode: SecondFactorState
}

/** What the person may do with an unsigned order. */
export function DraftDeeds(props: DeedsProps) {
  const { ctx, full } = props
  const { order } = full
  if (order.state === 'draft') return may(ctx, 'order.draft', orderSubject(order)) ? <PreparersDeeds {...props} /> : null
  const own = order.signatures.filter(({ personId }) => personId === ctx.actor.personId)
  const signed = own.length > 0 && own.every(({ signedOn }) => signedOn !== null)
  if (may(ctx, 'order.sign', signatorySubject(order)))
    return (
      <>
        <Together {...props} />
        {!signed && <Signing {...props} />}
        <SendingBack {...props} />
      </>
    )
  return (
    <Sheet title="Ждёт подписи">
      <p class="govuk-body">
        {nb(
          `${props.signatory ?? 'Подписывающий'} прочтёт изменения и подпишет ${act(order).nominative} или вернёт его с замечанием. До этого его не правят.`,
        )}
      </p>
      <Together {...props} />
      {may(ctx, 'order.withdraw', preparerSubject(order)) && (
        <Form action={paths.orderWithdrawals({ territory: ctx.territory.code, order: order.id })} version={order.version}>
          <SubmitButton kind="secondary">Отозвать и править</SubmitButton>
        </Form>
      )}
    </Sheet>
  )
}

/** Who signs a joint order, and who has. */
function Together({ full: { order }, names }: DeedsProps) {
  if (order.signatures.length === 0) return null
  return (
    <Sheet title="Подписывают вместе">
      <SummaryList
        rows={order.signatures.map(({ personId, post, signedOn }) => ({
          key: post,
          value: [names.get(personId), signedOn ? `подпись от ${longDate(signedOn)}` : 'подпись ждут'].join(', '),
        }))}
      />
    </Sheet>
  )
}

function PreparersDeeds({ ctx, full: { order }, preview, signatory }: DeedsProps) {
  const at = { territory: ctx.territory.code, order: order.id }
  const isReady = preview.refusals.length === 0
  const whoSigns = signatory
    ? `Подписывает ${signatory}: прочтёт изменения и подпишет или вернёт с замечанием.`
    : 'Укажите, кто подписывает.'
  return (
    <Sheet title="Что дальше">
      <p class="govuk-body">
        {nb(isReady ? whoSigns : 'Отправить на подпись можно будет, когда исправите то, что названо вверху.')}
      </p>
      {isReady ? (
        <Form action={paths.orderSubmissions(at)} version={order.version}>
          <ButtonGroup>
            <SubmitButton>Отправить на подпись</SubmitButton>
            <ButtonLink kind="secondary" href={paths.editOrder(at)}>
              Править
            </ButtonLink>
          </ButtonGroup>
        </Form>
      ) : (
        <ButtonGroup>
          <ButtonLink href={paths.editOrder(at)}>Править</ButtonLink>
        </ButtonGroup>
      )}
      <div class="pl-gap" />
      <Details summary="Удалить черновик">
        <p>{nb('Номера у черновика нет, поэтому пропуска в журнале не будет. Вернуть удалённое нельзя.')}</p>
        <Form action={paths.orderDeletions(at)} version={order.version}>
          <SubmitButton kind="warning">Удалить черновик</SubmitButton>
        </Form>
      </Details>
    </Sheet>
  )
}

function Signing({ ctx, full: { order }, preview, office, form, asksCode }: DeedsProps) {
  const next = formatNumber(office.numberFormat, preview.number)
  const [first] = order.signatures
  const isFirst = first === undefined || first.personId === ctx.actor.personId
  const told = counted(preview.notices, 'человек получит', 'человека получат', 'человек получат')
  return (
    <Sheet title="Подписать">
      <p class="govuk-body">
        {nb(
          `${capital(act(order).agreed('подписанный'))} ${act(order).nominative} не правят: его отменяет ${act(order).agreed('другой')} ${act(order).nominative}. ${told} уведомление и лист ознакомления.`,
        )}
      </p>
      <Form
        action={paths.orderSignatures({ territory: ctx.territory.code, order: order.id })}
        version={order.version}
        label="Подписание"
      >
        {isFirst ? <NumberAndDay {...{ ctx, form, office, next }} /> : <input type="hidden" name="numbering" value="next" />}
        {errorOf(form, 'sure') !== undefined && <Checkbox form={form} name="sure" label="День вступления в силу верен" />}
        <Checkbox form={form} name="read" label="Изменения прочитаны" />
        {asksCode === 'on' && (
          <TextField
            form={form}
            name="code"
            label="Код из приложения"
            hint="Шесть цифр, которые сейчас показывает приложение, или один из запасных кодов"
            width={20}
            autoComplete="one-time-code"
          />
        )}
        <ButtonGroup>
          <SubmitButton>{`Подписать ${act(order).nominative}`}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  )
}

/** What only the one is asked whose office issues the order. */
function NumberAndDay({ ctx, form, office, next }: Pick<DeedsProps, 'ctx' | 'form' | 'office'> & { next: string }) {
  return (
    <>
      <Radios
        form={form}
        name="numbering"
        label="Номер"
        initial="next"
        choices={[
          { value: 'next', label: `Следующий по порядку: № ${next}` },
          { value: 'journal', label: 'Уже дан в бумажном журнале' },
        ]}
      />
      <TextField
        form={form}
        name="number"
        label="Номер из журнала"
        hint={`Только число: система напишет его как № ${formatNumber(office.numberFormat, 37)}`}
        width={5}
        inputMode="numeric"
      />
      <DateField
        form={form}
        name="effectiveOn"
        label="Вступает в силу"
        hint={`Пусто — в день подписания, ${longDate(ctx.today)}`}
      />
    </>
  )
}

function SendingBack({ ctx, full: { order }, form }: DeedsProps) {
  const failed = form?.errors.some((error) => error.field === 'remark') ?? false
  return (
    <Sheet>
      <Details summary="Вернуть с замечанием" open={failed}>
        <Form action={paths.orderSendBacks({ territory: ctx.territory.code, order: order.id })} guard label="Возврат">
          <TextArea
            form={form}
            name="remark"
            label="Что исправить"
            hint={`Замечание увидит тот, кто готовил ${act(order).nominative}`}
            rows={3}
          />
          <SubmitButton kind="secondary">Вернуть с замечанием</SubmitButton>
        </Form>
      </Details>
    </Sheet>
  )
}
