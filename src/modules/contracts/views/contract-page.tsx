import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { longDate, longPeriod, shortDate } from '../../../kernel/dates.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Columns, Sheet, Stack } from '../../../ui/sheet.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import type { Side } from '../model.ts'
import type { Party } from '../queries.ts'
import { asksContract, standingOn } from '../rules.ts'
import type { OpenContract } from '../store.ts'
import { contractTitle } from '../wording.ts'
import { ContractTag } from './contract-tag.tsx'

export type ContractPageProps = OpenContract & {
  ctx: Ctx
  operator: Party | null
  nameOf: (id: string) => string
  form: FormState | null
  conflict: boolean
  may: Readonly<Record<'edit' | 'signForSite' | 'signForOperator', boolean>>
}

/** A contract: parties, text, period, who has signed, and what this person may do. */
export function ContractPage(props: ContractPageProps) {
  const { ctx, contract, site, form, conflict } = props
  const at = { territory: ctx.territory.code, contract: contract.id }
  const clause = asksContract(site.regulation).basis?.clause
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.siteStatus({ ...at, site: site.id }), label: `Статус: ${site.name}` },
          { href: paths.siteContracts({ ...at, site: site.id }), label: 'Договоры площадки' },
        ]}
      />
      <ErrorSummary outcome="Не сделано" form={form} />
      {conflict && <Notice tone="wait" title="Пока вы смотрели, договор изменился. Прочитайте его снова" live />}
      <PageHead
        title={contractTitle(contract.number)}
        more={site.name}
        line={[
          <ContractTag standing={standingOn(contract, ctx.today)} />,
          ...(clause ? [<Clause number={clause} href={clauseHref(ctx.territory.code, clause)} />] : []),
        ]}
        tools={(['docx', 'pdf'] as const).map((format) => ({
          href: paths.contractDocument({ ...at, format }),
          label: `Скачать .${format}`,
          icon: 'download' as const,
        }))}
      />
      <Columns kind="side">
        <Stack>
          {contract.endedOn && (
            <Notice tone="late" title={`Расторгнут, последний день — ${longDate(contract.endedOn)}`}>
              <p class="govuk-body">{nb(contract.endReason ?? '')}</p>
            </Notice>
          )}
          <TextSheet {...props} />
        </Stack>
        <Stack label="Подписи и что сделать">
          <SignaturesSheet {...props} />
          <Deeds {...props} at={at} />
        </Stack>
      </Columns>
    </>
  )
}

function TextSheet({ contract, site, operator, ctx }: ContractPageProps) {
  const at = { territory: ctx.territory.code, contract: contract.id }
  return (
    <Sheet title="Договор">
      <SummaryList
        rows={[
          { key: 'Оператор', value: operator?.fullName ?? '' },
          { key: 'Площадка', value: site.fullNames.join('; ') },
          { key: 'Срок', value: longPeriod({ from: contract.startsOn, to: contract.endsOn }) },
          { key: 'О чём', value: <span class="pl-pre">{contract.subject || 'ещё не написано'}</span> },
          { key: 'Что делают стороны', value: <span class="pl-pre">{contract.terms || 'ещё не написано'}</span> },
          ...(contract.file
            ? [
                {
                  key: 'Подписанный лист',
                  value: (
                    <a class="govuk-link" href={paths.contractFile({ ...at, file: contract.file.id })}>
                      {nb(contract.file.name)}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Sheet>
  )
}

const sideNames: Readonly<Record<Side, string>> = { site: 'Площадка', operator: 'Оператор' }

function SignaturesSheet({ contract, nameOf }: ContractPageProps) {
  const words = (side: Side) => {
    const signed = contract.signatures[side]
    return signed === null ? 'ещё не подписала' : `${nameOf(signed.by)}, ${longDate(signed.on)}`
  }
  return (
    <Sheet title="Подписи сторон">
      <SummaryList
        rows={(['operator', 'site'] as const).map((side) => ({
          key: sideNames[side],
          value: side === 'operator' ? words(side).replace('подписала', 'подписал') : words(side),
        }))}
      />
    </Sheet>
  )
}

type WithAddress = ContractPageProps & { at: { territory: string; contract: string } }

/** The form as typed, when it is the one that was refused: forms of one page do not share their fields. */
const typed = (form: FormState | null, name: string): FormState | null => (form && name in form.values ? form : null)

function Deeds(props: WithAddress) {
  const { contract, may, at } = props
  if (contract.state === 'draft')
    return may.edit ? (
      <Sheet title="Подготовить">
        <ButtonLink href={paths.contractEdit(at)}>Открыть текст</ButtonLink>
      </Sheet>
    ) : null
  const parts: ComponentChildren[] = [
    contract.state === 'awaitingSignatures' && <SignSheets {...props} />,
    contract.state === 'awaitingSignatures' && may.edit && <TakeBackSheet {...props} />,
    may.edit && <ScanSheet {...props} />,
    contract.state === 'inForce' && may.edit && <EndSheet {...props} />,
  ]
  return <>{parts}</>
}

function SignSheets(props: WithAddress) {
  const { contract, may } = props
  const sides: Side[] = [
    ...(may.signForSite && contract.signatures.site === null ? (['site'] as const) : []),
    ...(may.signForOperator && contract.signatures.operator === null ? (['operator'] as const) : []),
  ]
  return (
    <>
      {sides.map((side) => (
        <SignSheet {...props} side={side} />
      ))}
    </>
  )
}

function SignSheet({ contract, at, form, ctx, side }: WithAddress & { side: Side }) {
  const own = form?.values.side === side ? form : null
  return (
    <Sheet title={side === 'site' ? 'Подпись площадки' : 'Подпись оператора'}>
      <Form action={paths.contractSignatures(at)} version={contract.version} files>
        <input type="hidden" name="side" value={side} />
        <DateField form={own} name="signedOn" label="Когда подписан на бумаге" initial={shortDate(ctx.today)} />
        <FileField
          form={own}
          name="file"
          label="Подписанный лист"
          hint="PDF, DOCX, JPG или PNG, до 20 МБ; можно приложить позже"
          accept=".pdf,.docx,.jpg,.jpeg,.png"
        />
        <SubmitButton>{side === 'site' ? 'Записать подпись площадки' : 'Записать подпись оператора'}</SubmitButton>
      </Form>
    </Sheet>
  )
}

function TakeBackSheet({ contract, at }: WithAddress) {
  return (
    <Sheet>
      <Details summary="Вернуть в работу">
        <p class="govuk-body">{nb('Договор снова можно править; подписи, записанные под прежним текстом, снимутся.')}</p>
        <Form action={paths.contractWithdrawals(at)} version={contract.version}>
          <SubmitButton kind="secondary">Вернуть в работу</SubmitButton>
        </Form>
      </Details>
    </Sheet>
  )
}

function ScanSheet({ contract, at, form }: WithAddress) {
  return (
    <Sheet>
      <Details summary={contract.file ? 'Заменить подписанный лист' : 'Приложить подписанный лист'}>
        <Form action={paths.contractScans(at)} version={contract.version} files>
          <FileField
            form={typed(form, 'scan')}
            name="scan"
            label="Подписанный лист целиком"
            hint="PDF, DOCX, JPG или PNG, до 20 МБ"
            accept=".pdf,.docx,.jpg,.jpeg,.png"
          />
          <SubmitButton kind="secondary">Приложить</SubmitButton>
        </Form>
      </Details>
    </Sheet>
  )
}

function EndSheet({ contract, at, form, ctx }: WithAddress) {
  const own = typed(form, 'endReason')
  return (
    <Sheet>
      <Details summary="Расторгнуть раньше срока" open={own !== null}>
        <Form action={paths.contractEnd(at)} version={contract.version} guard>
          <DateField form={own} name="endedOn" label="Последний день" initial={shortDate(ctx.today)} />
          <TextArea form={own} name="endReason" label="Почему" rows={3} />
          <SubmitButton kind="warning">Расторгнуть договор</SubmitButton>
        </Form>
      </Details>
    </Sheet>
  )
}
