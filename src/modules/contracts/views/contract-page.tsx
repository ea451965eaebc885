import { longDate, longPeriod } from '../../../kernel/dates.ts'
import { CaseFrame, papersOf } from '../../../kit/case-frame.tsx'
import { DeedSheet, DeedSheets } from '../../../kit/deed-sheets.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import type { Party } from '../../organisations/party-queries.ts'
import { clauseHref } from '../../regulation/links.ts'
import { contracts, type OpenContract, signaturesOf } from '../case.ts'
import { endContract } from '../deeds/end.tsx'
import { addScan, permissions, sideSheets, signContract } from '../deeds/sign.tsx'
import { editContract, takeBackContract } from '../deeds/write.tsx'
import { asksContract, standingOn } from '../rules.ts'
import { sideNames, standings } from '../texts.ts'
import { contractTitle } from '../wording.ts'

type Props = {
  readonly opened: OpenContract
  readonly request: ThingRequest
  readonly operator: Party | undefined
  readonly file: { readonly id: string; readonly name: string } | undefined
  readonly nameOf: (id: string) => string
}

const sides = ['operator', 'site'] as const

/** A contract: parties, text, period, who has signed, and what this person may do. */
export function ContractPage(props: Props) {
  const { opened, request } = props
  const { one, site } = opened
  const at = { territory: request.ctx.territory.code, contract: one.id, site: site.id }
  const clause = asksContract(site.regulation).basis?.clause
  return (
    <CaseFrame
      request={request}
      crumbs={[
        { href: paths.siteStatus(at), label: `Статус: ${site.name}` },
        { href: paths.siteContracts(at), label: 'Договоры площадки' },
      ]}
      changed="Пока вы смотрели, договор изменился. Прочитайте его снова"
      title={contractTitle(one.number)}
      more={site.name}
      line={[
        <StateTag {...standings[standingOn(one, request.ctx.today)]} />,
        clause && <Clause number={clause} href={clauseHref(at.territory, clause)} />,
      ]}
      tools={papersOf('Скачать', (format) => paths.contractDocument({ ...at, format }))}
      aside={{ label: 'Подписи и что сделать', sheets: <Aside {...props} /> }}
    >
      {one.endedOn && (
        <Notice tone="late" title={`Расторгнут, последний день — ${longDate(one.endedOn)}`}>
          <p class="govuk-body">{nb(one.endReason ?? '')}</p>
        </Notice>
      )}
      <TextSheet {...props} />
    </CaseFrame>
  )
}

function TextSheet({ opened: { one, site }, operator, file, request: { ctx } }: Props) {
  const scan = file && paths.contractFile({ territory: ctx.territory.code, contract: one.id, file: file.id })
  const written = (text: string) => <span class="pl-pre">{text || 'ещё не написано'}</span>
  return (
    <Sheet title="Договор">
      <SummaryList
        rows={[
          { key: 'Оператор', value: operator?.fullName ?? '' },
          { key: 'Площадка', value: site.fullNames.join('; ') },
          { key: 'Срок', value: longPeriod({ from: one.startsOn, to: one.endsOn }) },
          { key: 'О чём', value: written(one.subject) },
          { key: 'Что делают стороны', value: written(one.terms) },
          ...(file
            ? [
                {
                  key: 'Подписанный лист',
                  value: (
                    <a class="govuk-link" href={scan}>
                      {nb(file.name)}
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

function Aside({ opened, request, nameOf }: Props) {
  const { one } = opened
  const { ctx } = request
  const signatures = signaturesOf(one)
  const words = (side: (typeof sides)[number]) => {
    const signed = signatures[side]
    if (signed) return `${nameOf(signed.by)}, ${longDate(signed.on)}`
    return side === 'operator' ? 'ещё не подписал' : 'ещё не подписала'
  }
  const open = contracts.standing?.(opened, ctx.today).ok
  const mySides = sides.toReversed().filter((side) => signatures[side] === null && contracts.may(ctx, permissions[side], opened))
  return (
    <>
      <Sheet title="Подписи сторон">
        <SummaryList rows={sides.map((side) => ({ key: sideNames[side], value: words(side) }))} />
      </Sheet>
      {editContract.offered(ctx, opened) && (
        <Sheet title="Подготовить">
          <ButtonLink href={editContract.address(ctx, opened)}>Открыть текст</ButtonLink>
        </Sheet>
      )}
      {one.state === 'awaitingSignatures' &&
        open &&
        mySides.map((side) => <DeedSheet opened={opened} request={request} deed={signContract} as={sideSheets[side]} />)}
      <DeedSheets opened={opened} request={request} deeds={[takeBackContract, addScan, endContract]} />
    </>
  )
}
