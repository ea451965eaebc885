import { DeedForm, DeedSheet, variant } from '../../../kit/deed-sheets.tsx'
import { ruleTexts } from '../../../kit/install.ts'
import { nb, RowLink, RowList, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { ruleText } from '../../../web/refusals.ts'
import { submitApplication } from '../deeds/send.ts'
import { castVote, confirmParticipation, letIn, shutOut } from '../deeds/together.ts'
import type { Participant } from '../model.ts'
import type { SectionState } from '../rules.ts'
import { isWritable, mayVote } from '../rules.ts'
import { participationNames, participationTones, sectionNames, sectionStateNames, sectionStateTones } from '../texts.ts'
import { choiceNames, sectionHref } from '../wording.ts'
import type { Shown } from './case-shown.ts'
import { Judged } from './head-page.tsx'

/** Organisations of the application that the reader heads, while it is in the hands of its authors. */
const ownIn = ({ one, participants, ctx }: Shown): readonly Participant[] =>
  isWritable(one.state) ? participants.filter(({ id }) => ctx.actor.headsOrganisations.includes(id)) : []

/** The head of each asked organisation says whether it takes part. */
export function Participations(shown: Shown) {
  const { organisations, initiatorName } = shown.open.view
  return ownIn(shown)
    .filter(({ state }) => state === 'asked')
    .map(({ id, shortName }) => {
      const others = organisations.filter((one) => one.id !== id).map((one) => one.shortName)
      const text =
        others.length > 0
          ? `Вас зовут вести площадку вместе: ${others.join(', ')}. Программа общая, руководителя площадки выбираете вместе.`
          : `Заявку начинает ${initiatorName}. Без вашего согласия её не отправят.`
      const asked = { chosen: { organisation: id }, title: `Участвует ли ${shortName}?`, text }
      return <DeedSheet {...shown} deed={variant(confirmParticipation, asked)} />
    })
}

/** The head of an organisation votes for the one who is named; those who have voted already may change their word. */
export function Votes(shown: Shown & { given: boolean }) {
  const { open, opened, ctx, at } = shown
  const { head, votes } = open
  if (!head) return null
  const voteOf = ({ id }: Participant) => votes.find((vote) => vote.organisationId === id && vote.candidatePersonId === head.id)
  return ownIn(shown)
    .filter((one) => mayVote(open, one.id).ok && (voteOf(one) !== undefined) === shown.given)
    .map((one) => {
      const vote = voteOf(one)
      return (
        <Sheet title={`Голос организации: ${one.shortName}`}>
          <Judged head={head} territory={at.territory} />
          {vote && (
            <p>
              {nb(`Организация уже проголосовала: ${choiceNames[vote.choice]}. Голос можно изменить, пока заявка не отправлена.`)}
            </p>
          )}
          <Form action={castVote.address(ctx, opened, { organisation: one.id })}>
            <input type="hidden" name="candidateId" value={head.id} />
            <ButtonGroup>
              {(['for', 'against', 'abstained'] as const).map((choice) => (
                <SubmitButton name="choice" value={choice} kind={choice === 'for' && !vote ? 'main' : 'secondary'}>
                  {voteButtons[choice]}
                </SubmitButton>
              ))}
            </ButtonGroup>
          </Form>
        </Sheet>
      )
    })
}
const voteButtons = { for: 'За', against: 'Против', abstained: 'Воздержаться' }

/** The questions of an application as tasks: what is done, what is missing in each. (R-A1) */
export function SectionList({ one, opened, sections, side, ctx, at }: Shown) {
  const remarked = (code: string) =>
    one.state !== 'returned'
      ? 0
      : side.remarks.filter((it) => it.round === one.round && it.settledAt === null && it.section.split('.')[0] === code).length
  return (
    <>
      <Sheet title={one.state === 'returned' ? 'Что исправить' : 'Что заполнить'} flush>
        <Table
          caption="Разделы заявки"
          rows={sections}
          columns={[
            { title: 'Раздел', cell: ({ code }) => <RowLink href={sectionHref(at, code)} name={sectionNames[code]} /> },
            { title: 'Состояние', cell: (section) => <State section={section} remarks={remarked(section.code)} /> },
          ]}
        />
      </Sheet>
      {submitApplication.offered(ctx, opened) && (
        <ButtonGroup>
          <ButtonLink href={paths.applicationCheckAnswers(at)}>Проверить ответы и отправить</ButtonLink>
        </ButtonGroup>
      )}
    </>
  )
}

const mostShown = 3

function State({ section: { state, missing }, remarks }: { section: SectionState; remarks: number }) {
  const rest = missing.length - mostShown
  return (
    <>
      {remarks > 0 && <StateTag tone="late" word={`Замечаний: ${remarks}`} />}{' '}
      <StateTag tone={sectionStateTones[state]} word={sectionStateNames[state]} />
      {state === 'missing' &&
        missing.slice(0, mostShown).map((one) => <span class="pl-sub">{nb(ruleText(ruleTexts(), one))}</span>)}
      {state === 'missing' && rest > 0 && <span class="pl-sub">{`и ещё ${rest}`}</span>}
    </>
  )
}

/** The organisations with their answers, and the people who write. */
export function People(shown: Shown) {
  const { one, participants, editors, nameOf, letIn: people, edit, at } = shown
  return (
    <>
      <Sheet title="Кто участвует">
        <RowList
          small
          rows={participants.map(({ id, shortName, state, isLead, remark }) => (
            <>
              <TextLink href={paths.organisation({ ...at, organisation: id })}>{shortName}</TextLink>{' '}
              <StateTag tone={participationTones[state]} word={participationNames[state]} />
              {isLead && participants.length > 1 && <span class="pl-sub">Ведущая организация</span>}
              {remark && <span class="pl-sub">{nb(remark)}</span>}
            </>
          ))}
        />
      </Sheet>
      <Sheet title="Кто пишет">
        <RowList
          small
          rows={[
            'Руководители организаций, которые участвуют',
            <>
              {nb(nameOf(one.createdBy))}
              <span class="pl-sub">Автор заявки</span>
            </>,
            ...editors.map((person) => (
              <>
                {nb(nameOf(person))}
                {edit && <DeedForm {...shown} deed={variant(shutOut, { chosen: { person }, of: nameOf(person) })} />}
              </>
            )),
          ]}
        />
        {edit && people.length > 0 && (
          <div class="pl-gap">
            <DeedForm {...shown} deed={letIn} rows={{ personId: people }} />
          </div>
        )}
      </Sheet>
    </>
  )
}
