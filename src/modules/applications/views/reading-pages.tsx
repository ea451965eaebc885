import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { localTime } from '../../../kernel/clock.ts'
import { keysOf } from '../../../kernel/records.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { hasStep } from '../../../regulation/status/questions.ts'
import { nb, RowList } from '../../../ui/content.ts'
import { Notice, PageFrame, Sheet, Stack } from '../../../ui/frame.ts'
import { numberOf } from '../../../web/address.ts'
import { paper } from '../../../web/paper.ts'
import { paths } from '../../../web/paths.ts'
import { type Answer, notFound } from '../../../web/route.ts'
import { applicationDocument } from '../application-document.ts'
import type { ApplicationCase } from '../case.ts'
import { compareViews, type ViewChange } from '../comparison.ts'
import type { ApplicationView } from '../model.ts'
import type { Remark } from '../operator/model.ts'
import { remarksOf } from '../operator/queries.ts'
import { placeName, type RemarkPlace, remarkPlaces } from '../operator/rules.ts'
import { roundsOf } from '../queries.ts'
import { isWritable } from '../rules.ts'
import { sectionNames } from '../texts.ts'
import { WholeApplication } from '../view-blocks.tsx'
import { opened } from '../view-queries.ts'
import { momentOf, wayTo } from '../wording.ts'
import { previewName } from './course.ts'

type ReadingPage = ThingPage<ApplicationCase>
const section = 'applications' as const

/** The application before it is sent, as an expert will see it. */
export const previewPage: ReadingPage = async (found, { ctx, tx }) => {
  const { regulation, one } = found
  const { view } = await opened(tx, ctx, found)
  const more = hasStep(regulation, 'expertReview')
    ? 'Эксперт читает заявку только после допуска и после того, как подтвердит, что не заинтересован.'
    : 'Вся заявка так, как она отправится.'
  const title = previewName(regulation)
  return reading(ctx, found, { name: title, title, more, view, adviserOpen: one.adviserName === null })
}

/** What was sent, never changed since. */
export const roundPage: ReadingPage = async (found, { ctx, tx, params }) => {
  const kept = (await roundsOf(tx, ctx, found.one.id)).find(({ round }) => String(round) === params.round)
  if (!kept) return notFound
  const sent = `${momentOf(kept.submittedAt, ctx.territory.timeZone)}, ${kept.submittedByName}`
  return reading(ctx, found, {
    name: 'Что отправлено',
    title: kept.round === 1 ? 'Что отправлено' : `Что отправлено ${kept.round}-й раз`,
    more: `${sent}. Хранится таким, каким было отправлено.`,
    view: kept.view,
  })
}

type Reading = { name: string; title: string; more: string; view: ApplicationView; adviserOpen?: boolean }

function reading({ territory }: Ctx, { one, regulation }: ApplicationCase, given: Reading): Answer {
  const { name, title, more, view, adviserOpen } = given
  const fileHref = (file: string) => paths.applicationFile({ territory: territory.code, application: one.id, file })
  const body = (
    <PageFrame way={wayTo(territory.code, one)} title={title} more={more}>
      {view.organisations.length === 0 && <Notice title="В заявке пока нет организаций" />}
      <Stack>
        <WholeApplication level={2} {...{ view, regulation, adviserOpen, fileHref }} />
      </Stack>
    </PageFrame>
  )
  return { title: name, section, body }
}

/** The application on paper: as it stands in the draft, or as it was sent. (R-A1) */
export const documentPage: ReadingPage = async (found, { ctx, tx, params, query }) => {
  const { one, regulation } = found
  const asked = numberOf(query.round)
  const rounds = await roundsOf(tx, ctx, one.id)
  const kept = rounds.find(({ round }) => round === (asked ?? (isWritable(one.state) ? null : one.round)))
  if (asked !== null && !kept) return notFound
  const doc = applicationDocument({
    view: kept?.view ?? (await opened(tx, ctx, found)).view,
    regulation,
    number: one.number,
    day: kept ? localTime(kept.submittedAt, ctx.territory.timeZone).day : ctx.today,
    isDraft: kept === undefined,
  })
  return paper(doc, params.format)
}

/** The two sides of a comparison: the last two submissions, or the last one and what stands in the draft. */
async function sidesOf(tx: Tx, ctx: Ctx, found: ApplicationCase) {
  if (found.one.round === 0) return null
  const kept = (await roundsOf(tx, ctx, found.one.id)).map(({ view, round, submittedAt }) => ({
    view,
    round,
    caption: `Отправлено ${momentOf(submittedAt, ctx.territory.timeZone)}`,
  }))
  const draft = isWritable(found.one.state) ? { view: (await opened(tx, ctx, found)).view, caption: 'Сейчас в черновике' } : null
  const [before, after] = draft ? [kept.at(-1), draft] : [kept.at(-2), kept.at(-1)]
  return before && after ? { before, after } : null
}

/** What changed between two submissions, side by side, with the remarks it answers. */
export const comparisonPage: ReadingPage = async (found, { ctx, tx }) => {
  const sides = await sidesOf(tx, ctx, found)
  if (!sides) return notFound
  const { before, after } = sides
  const changes = compareViews(before.view, after.view, found.regulation)
  const remarks = await remarksOf(tx, ctx, found.one.id, before.round)
  const given = { captions: [before.caption, after.caption] as const, places: remarkPlaces(found.regulation, before.view) }
  const body = (
    <PageFrame
      way={wayTo(ctx.territory.code, found.one)}
      title="Что изменилось"
      more={`${before.caption} и ${after.caption.toLowerCase()}`}
    >
      <Stack>
        {changes.length === 0 && (
          <Sheet>
            <p>Изменений нет.</p>
          </Sheet>
        )}
        {keysOf(sectionNames).map((code) => (
          <Changed
            {...given}
            title={sectionNames[code]}
            changes={changes.filter((change) => change.section === code)}
            remarks={remarks.filter((remark) => remark.section.split('.')[0] === code)}
          />
        ))}
      </Stack>
    </PageFrame>
  )
  return { title: 'Что изменилось', section, body }
}

type ChangedProps = {
  title: string
  /** «Отправлено 14 мая 2026 г., 09:30» over each side. */
  captions: readonly [before: string, after: string]
  changes: readonly ViewChange[]
  /** What was asked to be mended. */
  remarks: readonly Remark[]
  places: readonly RemarkPlace[]
}

function Changed({ title, captions, changes, remarks, places }: ChangedProps) {
  if (changes.length === 0 && remarks.length === 0) return null
  return (
    <Sheet title={title}>
      {remarks.length > 0 && (
        <RowList
          small
          rows={remarks.map((one) => (
            <>
              <b>{nb(`Замечание: ${placeName(places, one.section)}`)}</b>
              <br />
              <span class="pl-pre">{nb(one.text)}</span>
            </>
          ))}
        />
      )}
      {changes.length === 0 && <p>Здесь ничего не изменено.</p>}
      {changes.map(({ place, field, before, after }) => (
        <div class="pl-gap">
          <h3 class="govuk-heading-s">{nb(place === title ? field : `${place}: ${field}`)}</h3>
          <div class="pl-sides">
            <Side caption={captions[0]} text={before} />
            <Side caption={captions[1]} text={after} fresh />
          </div>
        </div>
      ))}
    </Sheet>
  )
}

const Side = ({ caption, text, fresh }: { caption: string; text: string; fresh?: boolean }) => (
  <div>
    <h4>{nb(caption)}</h4>
    <div class={`pl-side${fresh ? ' pl-side--yours' : ''}`}>{text === '' ? 'пусто' : nb(text)}</div>
  </div>
)
