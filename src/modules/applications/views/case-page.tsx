import { longDate } from '../../../kernel/dates.ts'
import { nb, StateTag, TextLink, Timeline } from '../../../ui/content.ts'
import { Form, TextArea } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonGroup,
  Columns,
  Details,
  ErrorSummary,
  Notice,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
  type Tool,
} from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { momentWords, restWords } from '../../calls/rules.ts'
import { author } from '../next-step.ts'
import { CaseBlocks, OperatorButtons } from '../operator/case-blocks.tsx'
import { applicationTitle } from '../queries.ts'
import { stateNames, stateTones } from '../texts.ts'
import type { CasePageProps } from './case-props.ts'
import { courseItem, previewName } from './course.ts'
import { ParticipationForm, VoteForm, votedFor } from './participation.tsx'
import { SectionList } from './section-list.tsx'
import { People } from './writers.tsx'

/** The page of an application: its state, what is next and from whom, its sections or its text, its course. */
export function CasePage(props: CasePageProps) {
  const { territory, today, open, form, side, places, toConfirm, toVote, may, sheet } = props
  const { app, view } = open
  const vote = (one: (typeof toVote)[number]) => <VoteForm territory={territory.code} open={open} participant={one} form={form} />
  return (
    <>
      <Breadcrumbs links={[{ href: paths.applications({ territory: territory.code }), label: 'Заявки' }]} />
      <ErrorSummary outcome="Не сделано" form={form} />
      <PageHead
        kicker={view.callTitle ?? undefined}
        title={applicationTitle(app)}
        more={view.theme === '' ? 'Тема ещё не написана' : view.theme}
        line={[
          <StateTag tone={stateTones[app.state]} word={stateNames[app.state]} />,
          open.participants.find(({ isLead }) => isLead)?.shortName,
          app.round > 1 && `отправлена ${app.round}-й раз`,
        ]}
        tools={toolsOf(props)}
      />
      <Columns kind="side">
        <Stack>
          <Decision {...props} />
          {toConfirm.map((one) => (
            <ParticipationForm territory={territory.code} app={app} participant={one} view={view} form={form} />
          ))}
          {toVote.filter((one) => !votedFor(open, one.id)).map(vote)}
          <Next {...props} />
          <OperatorButtons territory={territory} side={side} />
          {may.edit && <SectionList {...props} />}
          {!may.edit && sheet}
          {toVote.filter((one) => votedFor(open, one.id)).map(vote)}
        </Stack>
        <Stack label="О заявке">
          <CaseBlocks territory={territory} today={today} side={side} places={places} />
          <Sheet title="Что было">
            <Timeline items={props.course.map((step) => courseItem(step, territory.timeZone))} />
          </Sheet>
          <People {...props} />
          <Endings {...props} />
        </Stack>
      </Columns>
    </>
  )
}

function toolsOf({ territory, open: { app, regulation } }: CasePageProps): Tool[] {
  const at = { territory: territory.code, application: app.id }
  return [
    { href: paths.applicationPreview(at), label: previewName(regulation), icon: 'eye' },
    { href: paths.applicationDocument({ ...at, format: 'docx' }), label: 'Скачать .docx', icon: 'download' },
    { href: paths.applicationDocument({ ...at, format: 'pdf' }), label: 'Скачать .pdf', icon: 'download' },
    ...Array.from({ length: app.round }, (_, index) => ({
      href: paths.applicationRound({ ...at, round: String(index + 1) }),
      label: app.round === 1 ? 'Что отправлено' : `Что отправлено ${index + 1}-й раз`,
      icon: 'doc' as const,
    })),
    ...(app.round > 1 || (app.round === 1 && app.state === 'returned')
      ? [{ href: paths.applicationComparison(at), label: 'Что изменилось' }]
      : []),
  ]
}

/** The decision and its reasons stand on the page of whoever applied. */
function Decision({ territory, open: { app } }: CasePageProps) {
  if (app.state !== 'granted' && app.state !== 'declined') return null
  const granted = app.state === 'granted'
  return (
    <Notice tone={granted ? 'ok' : 'late'} title={granted ? 'Статус площадки дан' : 'В статусе отказано'}>
      {app.decisionReason && <p class="pl-pre">{nb(app.decisionReason)}</p>}
      <p>
        {app.decidedOn && nb(`Решение от ${longDate(app.decidedOn)} `)}
        {app.decidedByOrderId && (
          <TextLink href={paths.order({ territory: territory.code, order: app.decidedByOrderId })}>Открыть приказ</TextLink>
        )}
      </p>
      {granted && app.siteId && (
        <p>
          <TextLink href={paths.site({ territory: territory.code, site: app.siteId })}>Открыть площадку</TextLink>
        </p>
      )}
    </Notice>
  )
}

/** What is next, from whom, until when. */
function Next({ open: { app }, next, call, now, may }: CasePageProps) {
  if (!next) return null
  const deadline = call && app.state === 'draft' ? call.closesAt : null
  return (
    <Sheet title="Что дальше и от кого">
      <p>
        <b>{may.submit && next.who === author ? 'Вы' : nb(next.who)}</b>
        {nb(`: ${next.what.charAt(0).toLowerCase()}${next.what.slice(1)}`)}
      </p>
      {call && deadline && (
        <p>
          {now > deadline
            ? nb(`Приём закончился в ${momentWords(deadline, call)}: отправить заявку уже нельзя, черновик остаётся у вас.`)
            : nb(`Отправьте до ${momentWords(deadline, call)}, ${restWords(deadline, now, call)}.`)}
        </p>
      )}
    </Sheet>
  )
}

/** Taking back what was sent, deleting what was not. */
function Endings({ territory, open: { app }, may, form }: CasePageProps) {
  const at = { territory: territory.code, application: app.id }
  if (may.remove)
    return (
      <Details summary="Удалить черновик">
        <p>Черновик удалится вместе с программой и приложенными доказательствами.</p>
        <Form action={paths.applicationDeletions(at)}>
          <SubmitButton kind="warning">Удалить черновик</SubmitButton>
        </Form>
      </Details>
    )
  if (!may.withdraw) return null
  return (
    <Details summary="Забрать заявку" open={form?.values.reason !== undefined}>
      <p>Решение по ней приниматься не будет. Вернуть её потом нельзя, можно подать новую.</p>
      <Form action={paths.applicationWithdrawals(at)} guard>
        <TextArea form={form} name="reason" label="Почему забираете" rows={2} />
        <ButtonGroup>
          <SubmitButton kind="warning">Забрать заявку</SubmitButton>
        </ButtonGroup>
      </Form>
    </Details>
  )
}
