import type { Ctx, Territory } from '../../../authz/ctx.ts'
import { daysBetween, longDate } from '../../../kernel/dates.ts'
import { restOfDays } from '../../../kernel/plural.ts'
import { nb, RowList, StateTag, TextLink, Timeline } from '../../../ui/content.ts'
import { ButtonGroup, ButtonLink, Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Application } from '../model.ts'
import { momentOf } from '../wording.ts'
import type { CaseSide } from './case-queries.ts'
import type { InformationRequest, MadeCheck, Remark } from './model.ts'
import { placeName, type RemarkPlace } from './rules.ts'
import { requestStateNames, requestStateTones } from './texts.ts'

type At = { territory: string; application: string }

/** Buttons of the operator on the page of an application; nothing for anybody else. */
export function OperatorButtons({ at, side: { may } }: { at: At; side: CaseSide }) {
  if (!may.check && !may.sendBack && !may.ask) return null
  return (
    <ButtonGroup>
      {may.check && <ButtonLink href={paths.applicationChecks(at)}>Проверить заявку</ButtonLink>}
      {may.sendBack && (
        <ButtonLink kind="secondary" href={paths.applicationReturns(at)}>
          Вернуть на доработку
        </ButtonLink>
      )}
      {may.ask && (
        <ButtonLink kind="secondary" href={paths.applicationRequests(at)}>
          Запросить сведения
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

type CaseProps = { ctx: Ctx; at: At; one: Application; side: CaseSide; places: readonly RemarkPlace[] }

/** Questions about the case, remarks at its items, checks made of it. */
export function CaseBlocks({ ctx, at, one, side, places }: CaseProps) {
  const { requests, remarks, checks, may } = side
  const now = remarks.filter(({ round }) => round === one.round)
  return (
    <>
      {requests.length > 0 && (
        <Sheet title="Запросы сведений" aside={<TextLink href={paths.applicationRequests(at)}>Все запросы</TextLink>}>
          <RowList
            rows={requests.slice(0, 5).map((request) => <RequestLine ctx={ctx} request={request} mayAnswer={may.answer} />)}
          />
        </Sheet>
      )}
      {now.length > 0 && (
        <Sheet title="Замечания">
          <RemarkList remarks={now} places={places} />
        </Sheet>
      )}
      {may.seeChecks && checks.length > 0 && (
        <Sheet title="Проверки">
          <Checks territory={ctx.territory} checks={checks} />
        </Sheet>
      )}
    </>
  )
}

/** One question on one line, with what waits. */
export function RequestLine(props: { ctx: Ctx; request: InformationRequest; mayAnswer: boolean }) {
  const { request, mayAnswer } = props
  const { territory, today } = props.ctx
  const { state, dueOn, question } = request
  const due =
    dueOn === null || state !== 'asked' ? '' : `ответить до ${longDate(dueOn)}, ${restOfDays(daysBetween(today, dueOn))}`
  const late = state === 'asked' && dueOn !== null && dueOn < today
  const href = paths.applicationAnswer({ territory: territory.code, application: request.applicationId, request: request.id })
  return (
    <>
      <TextLink href={href}>{question}</TextLink>
      <span class="pl-sub">
        <StateTag tone={late ? 'late' : requestStateTones[state]} word={requestStateNames[state]} /> {nb(due)}
      </span>
      {state === 'asked' && mayAnswer && (
        <ButtonLink small href={href} of={question}>
          Ответить
        </ButtonLink>
      )}
    </>
  )
}

/** Remarks under the names of their places. */
export function RemarkList({ remarks, places }: { remarks: readonly Remark[]; places: readonly RemarkPlace[] }) {
  return (
    <RowList
      rows={remarks.map(({ section, text, settledAt, madeByName }) => (
        <>
          <b>{nb(placeName(places, section))}</b>
          <p class="pl-pre">{nb(text)}</p>
          <span class="pl-sub">{nb(settledAt === null ? madeByName : `${madeByName}. Исправлено`)}</span>
        </>
      ))}
    />
  )
}

const Checks = ({ territory, checks }: { territory: Pick<Territory, 'timeZone'>; checks: readonly MadeCheck[] }) => (
  <Timeline
    items={checks.map(({ outcome, round, checkedAt, checkedByName, note, items }) => {
      const failed = items.filter(({ passed }) => !passed)
      const title = outcome === 'passed' ? 'Допущена' : 'Возвращена с замечаниями'
      return {
        title: round > 1 ? `${title}, подача ${round}` : title,
        when: `${momentOf(checkedAt, territory.timeZone)}, ${checkedByName}`,
        more: [note, ...failed.map((item) => `${item.title}: ${item.remark}`)].filter(Boolean).join('. '),
      }
    })}
  />
)
