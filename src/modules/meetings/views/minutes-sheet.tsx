import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { DeedFold, DeedForm, variant } from '../../../kit/deed-sheets.tsx'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { nb, RowList, Second, StateTag, TextLink } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import type { DutyLine } from '../../orders/execution-queries.ts'
import type { OpenMeeting } from '../case.ts'
import { dropDecision, writeHeard } from '../minutes-deeds.ts'
import { paths } from '../paths.ts'
import { pageWord } from '../rules.ts'
import { dutyTag } from '../texts.ts'

type Props = {
  readonly opened: OpenMeeting
  readonly request: ThingRequest
  readonly ctx: Ctx
  readonly duties: ReadonlyMap<string, DutyLine>
}
type Item = OpenMeeting['items'][number]
type Decision = OpenMeeting['decisions'][number]

/** The minutes: question by question what was heard and decided; once they are signed, how each duty stands. (L-321m) */
export function MinutesSheet(props: Props) {
  const { one, items, decisions } = props.opened
  return (
    <Sheet title={one.minutesNumber === null ? 'Протокол' : `Протокол № ${one.minutesNumber}`}>
      {one.signedOn !== null && (
        <p class="govuk-body pl-small">{nb(`Подписан ${longDate(one.signedOn)}. Исполнение принимает ${props.opened.chair}.`)}</p>
      )}
      {items.map((item) => (
        <ItemPart {...props} item={item} decisions={decisions.filter(({ itemId }) => itemId === item.id)} />
      ))}
    </Sheet>
  )
}

function ItemPart({ item, decisions, ...props }: Props & { readonly item: Item; readonly decisions: readonly Decision[] }) {
  const { opened, request, ctx } = props
  const writes = writeHeard.offered(ctx, opened)
  const fold = variant(writeHeard, {
    chosen: { item: item.id },
    title: item.heard === null ? 'Записать, что слушали' : 'Исправить, что слушали',
    // Shown again after another has written, it is about what stands above it now.
    fields: ({ form }) => (
      <>
        <FormFields of={writeHeard.form} form={form} begins={{ heard: item.heard ?? '' }} />
        <input type="hidden" name="was" value={item.heard ?? ''} />
      </>
    ),
  })
  return (
    <section class="pl-gap" aria-labelledby={`item-${item.position}`}>
      <h3 class="govuk-heading-s" id={`item-${item.position}`}>
        {nb(`${item.position}. ${item.text}`)}
      </h3>
      {item.about !== null && (
        <p class="govuk-body pl-small">
          <TextLink href={item.about}>{pageWord(item.about)}</TextLink>
        </p>
      )}
      {item.heard !== null && <p class="govuk-body pl-pre">{nb(item.heard)}</p>}
      {decisions.length > 0 && (
        <RowList small rows={decisions.map((decision) => <DecisionRow {...props} decision={decision} />)} />
      )}
      {writes && <DeedFold {...{ opened, request }} deed={fold} />}
    </section>
  )
}

function DecisionRow({ opened, request, ctx, duties, decision }: Props & { readonly decision: Decision }) {
  const { id, number, text, person, dueOn } = decision
  const duty = duties.get(id)
  const concerned = [duty?.personId, duty?.controllerId].filter((one) => one != null)
  const opens = duty && may(ctx, 'assignment.files', { territoryId: ctx.territory.id, personIds: concerned })
  const words = nb(`${number}. ${text}`)
  const at = { territory: ctx.territory.code, meeting: opened.one.id }
  return (
    <>
      {opens ? (
        <TextLink href={links.assignment({ territory: ctx.territory.code, assignment: id })}>{words}</TextLink>
      ) : (
        <strong>{words}</strong>
      )}
      <Second>
        {nb(`${person}, до ${shortDate(dueOn)}`)}
        {duty &&
          (['docx', 'pdf'] as const).map((format) => (
            <>
              {' · '}
              <TextLink href={paths.meetingExtract({ ...at, decision: id, format })}>{`выписка .${format}`}</TextLink>
            </>
          ))}
      </Second>
      {duty && <StateTag {...dutyTag(duty)} />}
      {dropDecision.offered(ctx, opened) && (
        <DeedForm {...{ opened, request }} deed={variant(dropDecision, { chosen: { decision: id }, of: `${number}. ${text}` })} />
      )}
    </>
  )
}
