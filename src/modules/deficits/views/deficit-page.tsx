import { longDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { type CaseShown, casePage } from '../../../kit/case-page.tsx'
import { DeedFold, DeedForm } from '../../../kit/deed-sheets.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { nb, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { Notice, Sheet } from '../../../ui/frame.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { deficitPeople, type OpenDeficit } from '../case.ts'
import { addDocument, closeByDiagnosis, closeByFact, takeBackDeficit } from '../deeds.ts'
import { type ClosingFact, choiceOf, factsToClose, stillHolds } from '../facts-to-close.ts'
import { groupNames } from '../framework.ts'
import { paths } from '../paths.ts'
import { closedWords, sourceWords, stateTags } from '../texts.ts'
import { calledIn, Ground } from './parts.tsx'

async function load(opened: OpenDeficit, { ctx, tx }: ThingRequest) {
  const { one } = opened
  const closes = closeByFact.offered(ctx, opened)
  const [nameOf, facts, holds] = await Promise.all([
    initialsOf(tx, ctx, [one.notedBy, one.endedBy]),
    closes ? factsToClose(tx, ctx, one.personId, one.startsOn) : ([] as readonly ClosingFact[]),
    stillHolds(tx, ctx, one),
  ])
  return { nameOf, facts, closes, holds }
}
type Shown = CaseShown<OpenDeficit, Awaited<ReturnType<typeof load>>>

/** One deficit: where it comes from, by what it may be closed, and by what it was. */
export const deficitPage: ThingPage<OpenDeficit> = casePage({
  section: 'deficits',
  load,
  crumbs: ({ ctx, one, opened }: Shown) => {
    const territory = ctx.territory.code
    if (one.personId === ctx.actor.personId)
      return [{ href: paths.ownDeficits({ territory }), label: 'Мои профессиональные дефициты' }]
    return deficitPeople.may(ctx, 'deficit.view', opened)
      ? [{ href: paths.personDeficits({ territory, person: one.personId }), label: 'Профессиональные дефициты' }]
      : [{ href: paths.deficitNumbers({ territory }), label: 'Дефициты' }]
  },
  changed: 'Пока вы смотрели, дефицит изменили. Прочитайте его снова',
  title: ({ framework, one }) => calledIn(framework, one),
  more: ({ person }) => fullName(person),
  line: ({ one }) => [<StateTag {...stateTags[one.state]} />],
  sheets: (shown) => (
    <>
      {!shown.holds && <HoldsNoMore {...shown} />}
      <Sheet title="О дефиците">
        <About {...shown} />
        <Ground ctx={shown.ctx} here={shown.here} />
      </Sheet>
    </>
  ),
  aside: { label: 'Чем закрыть', sheets: (shown) => <Closing {...shown} /> },
})

/** What closed it was taken back since; it stays closed, and whoever reads it knows. */
function HoldsNoMore({ ctx, one, opened }: Shown) {
  const at = { territory: ctx.territory.code }
  const own = one.personId === ctx.actor.personId
  const again = own ? paths.ownDeficits(at) : paths.personDeficits({ ...at, person: one.personId })
  return (
    <Notice tone="wait" title="Того, чем закрыт дефицит, больше нет">
      <p class="govuk-body">{nb('Запись об этом с тех пор отменили. Если дефицит остался, его отмечают снова.')}</p>
      {(own || deficitPeople.may(ctx, 'deficit.note', opened)) && <TextLink href={again}>Отметить снова</TextLink>}
    </Notice>
  )
}

function About({ one, ctx, framework, nameOf }: Shown) {
  const competence = framework.find(({ id }) => id === one.competenceId)
  const paper = one.document && `${one.document}, ${one.documentOn ? longDate(one.documentOn) : ''}`
  return (
    <SummaryList
      rows={[
        competence && { key: 'Группа', value: groupNames[competence.group] },
        competence && one.words !== null && { key: 'Своими словами', value: one.words },
        { key: 'Откуда известно', value: sourceWords[one.source] },
        one.source !== 'self' && { key: 'Кто отметил', value: nameOf(one.notedBy) },
        { key: 'С какого дня', value: longDate(one.startsOn) },
        paper && {
          key: 'Документ',
          value: one.documentFile ? (
            <TextLink href={paths.deficitFile({ territory: ctx.territory.code, deficit: one.id, file: one.documentFile })}>
              {paper}
            </TextLink>
          ) : (
            paper
          ),
        },
        one.state === 'closed' && { key: 'Чем закрыт', value: closedWords(one) },
        one.endedBy !== null && { key: one.state === 'closed' ? 'Кто закрыл' : 'Кто отозвал', value: nameOf(one.endedBy) },
      ]}
    />
  )
}

function Closing(shown: Shown) {
  const { opened, request, ctx, facts, closes, one } = shown
  const given = { opened, request }
  return (
    <>
      {closes && (
        <Sheet title="Закрыть тем, что сделано">
          {facts.length === 0 ? (
            <p class="govuk-body">
              {nb(
                'Закрыть пока нечем. Подойдёт мероприятие, на котором человек отмечен, оценённая проба или завершённая стажировка, всё после этого дня.',
              )}
            </p>
          ) : (
            <DeedForm {...given} deed={closeByFact} rows={{ fact: facts.map(choiceOf) }} />
          )}
        </Sheet>
      )}
      {[closeByDiagnosis, addDocument, takeBackDeficit].map((deed) =>
        deed.offered(ctx, opened) ? (
          <Sheet>
            <DeedFold {...given} deed={deed} />
          </Sheet>
        ) : null,
      )}
      {one.state === 'open' && !closes && !closeByDiagnosis.offered(ctx, opened) && (
        <Sheet title="Кто закрывает">
          <p class="govuk-body">
            {nb(
              'Закрывает методист центра или тот, кто ведёт стажировку: мероприятием, пробой, стажировкой или повторной диагностикой.',
            )}
          </p>
        </Sheet>
      )}
    </>
  )
}
